package dev.socialhub.notifications.notification;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.post.PostCreated;
import dev.socialhub.contracts.post.Visibility;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Announcements, and what they are made from. */
public final class Examples {

    private Examples() {}

    public static Announcement announcement(UUID recipient) {
        // As finely as the store keeps it, and young enough to be kept.
        return announcement(recipient, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    public static Announcement announcement(UUID recipient, Instant createdAt) {
        return new Announcement(
                recipient,
                NotificationType.POST,
                new Actor(recipient, "ada"),
                Entity.post(UUID.randomUUID()),
                "You created a new post!",
                createdAt,
                "4bf92f3577b34da6a3ce929d0e0e4736");
    }

    public static Announcement follow(UUID follower, UUID followed, Instant createdAt) {
        return new Announcement(
                followed,
                NotificationType.FOLLOW,
                new Actor(follower, "ada"),
                Entity.user(follower),
                "ada started following you",
                createdAt,
                null);
    }

    public static Event postBy(UUID author) {
        Instant now = Instant.now();
        return new Event(
                UUID.randomUUID(),
                now,
                null,
                new PostCreated(
                        UUID.randomUUID(),
                        author,
                        "ada",
                        "hi",
                        Visibility.PUBLIC,
                        now,
                        List.of(),
                        1));
    }

    public static List<Announcement> announcements(UUID recipient, int count) {
        return IntStream.range(0, count).mapToObj(_ -> announcement(recipient)).toList();
    }
}
