/**
 * What is known of a user's row besides its notifications: its end, its beginning, what was read
 * and retracted.
 */
@NullMarked
package dev.socialhub.notifications.head;

import org.jspecify.annotations.NullMarked;
