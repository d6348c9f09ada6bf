/** From an event to a numbered notification, and from there to its reader. */
@NullMarked
package dev.socialhub.notifications.notification;

import org.jspecify.annotations.NullMarked;
