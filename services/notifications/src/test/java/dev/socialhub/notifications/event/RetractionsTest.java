package dev.socialhub.notifications.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventData;
import dev.socialhub.contracts.post.PostCreated;
import dev.socialhub.contracts.post.PostDeleted;
import dev.socialhub.contracts.post.PostUpdated;
import dev.socialhub.contracts.post.UserMentioned;
import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.contracts.user.BlockDeleted;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.contracts.user.FollowDeleted;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.notifications.head.Retracted;
import dev.socialhub.notifications.notification.Entity;
import dev.socialhub.notifications.retraction.Retraction.OfDeleted;
import dev.socialhub.notifications.retraction.Retraction.OfKey;
import dev.socialhub.notifications.retraction.Retraction.OfSubject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetractionsTest {

    private static final UUID ADA = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();
    private static final UUID POST = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static final EventData POSTED =
            new PostCreated(POST, ADA, "ada", "hi", Visibility.PUBLIC, NOW, List.of(), 1);
    private static final EventData FOLLOWED = new FollowCreated(ADA, "ada", BOB, NOW, 1);

    @Test
    void retractsTheNotificationOfAPostPermanently() {
        assertThat(Retractions.of(new PostDeleted(POST, ADA, NOW, 2)))
                .containsExactly(new OfKey(keyOf(POSTED), Retracted.FOR_GOOD, NOW));
    }

    @Test
    void goesByTheVersionOfAFollow() {
        String key = keyOf(FOLLOWED);
        assertThat(Retractions.of(new FollowDeleted(ADA, BOB, NOW, 2)))
                .containsExactly(new OfKey(key, Retracted.retractedBy(2), NOW));
        assertThat(Retractions.of(new FollowCreated(ADA, "ada", BOB, NOW, 3)))
                .containsExactly(new OfKey(key, Retracted.restoredBy(3), NOW));
    }

    @Test
    void retractsNotificationsAboutEachOtherOnABlock() {
        assertThat(Retractions.of(new BlockCreated(BOB, ADA, NOW, 1)))
                .containsExactlyInAnyOrder(
                        new OfSubject(Entity.user(ADA), BOB, NOW),
                        new OfSubject(Entity.user(BOB), ADA, NOW));
    }

    @Test
    void retractsNotificationsAboutDeletedUsers() {
        assertThat(Retractions.of(new UserDeleted(ADA, NOW, 2)))
                .containsExactly(new OfDeleted(ADA));
    }

    @Test
    void takesNothingBackForTheRest() {
        List<EventData> rest =
                List.of(
                        POSTED,
                        FOLLOWED,
                        new PostUpdated(
                                POST, ADA, "ada", "hi", Visibility.PUBLIC, NOW, List.of(), NOW, 2),
                        new UserMentioned(POST, ADA, "ada", BOB, NOW, 2),
                        new BlockDeleted(ADA, BOB, NOW, 2),
                        new UserRegistered(ADA, "ada", "Ada", NOW, 1),
                        new UserProfileUpdated(ADA, "ada", "Ada", 2));
        assertThat(rest).allSatisfy(one -> assertThat(Retractions.of(one)).isEmpty());
    }

    @Test
    @SuppressWarnings("NullAway") // As an event comes that leaves them out.
    void refusesEventsWithoutASubject() {
        List<EventData> without =
                List.of(
                        new PostDeleted(POST, null, NOW, 2),
                        new FollowDeleted(ADA, null, NOW, 2),
                        new FollowDeleted(null, BOB, NOW, 2),
                        new BlockCreated(null, ADA, NOW, 1),
                        new BlockCreated(BOB, null, NOW, 1));
        assertThat(without)
                .allSatisfy(one ->
                        assertThatThrownBy(() -> Retractions.of(one))
                                .isInstanceOf(NullPointerException.class));
    }

    private static String keyOf(EventData data) {
        return Announcements.of(new Event(UUID.randomUUID(), NOW, null, data), null)
                .orElseThrow()
                .key();
    }
}
