@NullMarked
package dev.socialhub.messaging.outbox;

import org.jspecify.annotations.NullMarked;
