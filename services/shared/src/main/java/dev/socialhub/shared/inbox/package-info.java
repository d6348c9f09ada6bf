/** Events arrive at least once and take effect once. */
@NullMarked
package dev.socialhub.shared.inbox;

import org.jspecify.annotations.NullMarked;
