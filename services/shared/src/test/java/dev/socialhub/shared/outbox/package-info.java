@NullMarked
package dev.socialhub.shared.outbox;

import org.jspecify.annotations.NullMarked;
