/** Events arrive at least once and take effect once. */
@NullMarked
package dev.socialhub.messaging.inbox;

import org.jspecify.annotations.NullMarked;
