package dev.socialhub.notifications.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventData;
import dev.socialhub.contracts.post.PostCreated;
import dev.socialhub.contracts.post.PostDeleted;
import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.contracts.user.BlockDeleted;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.contracts.user.FollowDeleted;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.notifications.notification.Actor;
import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.Entity;
import dev.socialhub.notifications.notification.NotificationType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

    private static final UUID ADA = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();
    private static final UUID POST = UUID.randomUUID();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void tellsAuthorsOfTheirPost() {
        Event event =
                event(
                        new PostCreated(
                                POST, ADA, "ada", "hi", Visibility.PRIVATE, NOW, List.of(), 1));
        assertThat(Announcements.of(event, TRACE))
                .contains(
                        new Announcement(
                                ADA,
                                NotificationType.POST,
                                new Actor(ADA, "ada"),
                                new Entity("post", POST),
                                "You created a new post!",
                                NOW,
                                TRACE));
    }

    @Test
    void welcomesNewcomersByName() {
        Event event = event(new UserRegistered(ADA, "ada", "Ada Lovelace", NOW, 1));
        assertThat(Announcements.of(event, TRACE))
                .contains(
                        new Announcement(
                                ADA,
                                NotificationType.WELCOME,
                                new Actor(ADA, "ada"),
                                new Entity("user", ADA),
                                "Welcome to SocialHub, Ada Lovelace!",
                                NOW,
                                TRACE));
    }

    @Test
    void announcesAFollowToTheFollowedUser() {
        Event event = event(new FollowCreated(ADA, "ada", BOB, NOW, 1));
        assertThat(Announcements.of(event, TRACE))
                .contains(
                        new Announcement(
                                BOB,
                                NotificationType.FOLLOW,
                                new Actor(ADA, "ada"),
                                new Entity("user", ADA),
                                "ada started following you",
                                NOW,
                                TRACE));
    }

    @Test
    void keepsQuietAboutWhoLeavesAndReturns() {
        assertThat(Announcements.of(event(new FollowDeleted(ADA, BOB, NOW, 2)), TRACE)).isEmpty();
        assertThat(Announcements.of(event(new FollowCreated(ADA, "ada", BOB, NOW, 3)), TRACE))
                .isEmpty();
    }

    @Test
    void keepsQuietAboutTheRest() {
        assertThat(Announcements.of(event(new BlockCreated(ADA, BOB, NOW, 1)), TRACE)).isEmpty();
        assertThat(Announcements.of(event(new BlockDeleted(ADA, BOB, NOW, 2)), TRACE)).isEmpty();
        assertThat(Announcements.of(event(new UserDeleted(ADA, NOW, 2)), TRACE)).isEmpty();
        assertThat(Announcements.of(event(new PostDeleted(POST, ADA, NOW, 2)), TRACE)).isEmpty();
        assertThat(Announcements.of(event(new UserProfileUpdated(ADA, "ada", "Ada", 2)), TRACE))
                .isEmpty();
    }

    private static Event event(EventData data) {
        return new Event(UUID.randomUUID(), NOW, null, data);
    }
}
