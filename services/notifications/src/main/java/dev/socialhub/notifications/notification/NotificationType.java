package dev.socialhub.notifications.notification;

/** What a notification is about; clients choose an icon by it. */
public enum NotificationType {
    FOLLOW,
    POST,
    WELCOME
}
