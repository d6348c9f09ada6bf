@NullMarked
package dev.socialhub.messaging.inbox;

import org.jspecify.annotations.NullMarked;
