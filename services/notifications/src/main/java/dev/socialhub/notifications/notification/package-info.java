/** The notification, what it consists of, how long it is kept, and the store that keeps it. */
@NullMarked
package dev.socialhub.notifications.notification;

import org.jspecify.annotations.NullMarked;
