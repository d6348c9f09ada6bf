package dev.socialhub.notifications.notification;

/** A notification of a user, at its place in their row. */
public record Notification(NotificationId id, Announcement announcement) {}
