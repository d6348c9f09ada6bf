/** What users do with their notifications: list them, count the unread ones, mark them as read. */
@NullMarked
package dev.socialhub.notifications.reading;

import org.jspecify.annotations.NullMarked;
