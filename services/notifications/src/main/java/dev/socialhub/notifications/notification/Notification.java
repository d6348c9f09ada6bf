package dev.socialhub.notifications.notification;

/** What a person was told, at its place in their row. */
record Notification(NotificationId id, Announcement announcement) {}
