package dev.socialhub.notifications.notification;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.post.PostCreated;
import dev.socialhub.contracts.post.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Announcements, and what they are made from. */
final class Examples {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    private Examples() {}

    static Announcement announcement(UUID recipient) {
        return new Announcement(
                recipient,
                UUID.randomUUID(),
                NotificationType.POST,
                new Actor(recipient, "ada"),
                new Entity("post", UUID.randomUUID()),
                "You created a new post!",
                NOW,
                "4bf92f3577b34da6a3ce929d0e0e4736");
    }

    static Event postBy(UUID author) {
        Instant now = Instant.now();
        return new Event(
                UUID.randomUUID(),
                now,
                null,
                new PostCreated(UUID.randomUUID(), author, "ada", "hi", Visibility.PUBLIC, now, 1));
    }

    static List<Announcement> announcements(UUID recipient, int count) {
        return IntStream.range(0, count).mapToObj(_ -> announcement(recipient)).toList();
    }
}
