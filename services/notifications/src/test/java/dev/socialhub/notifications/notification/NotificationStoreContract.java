package dev.socialhub.notifications.notification;

import static dev.socialhub.notifications.notification.Examples.announcement;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of notifications has to do; the fake of the unit tests is held to it too. */
abstract class NotificationStoreContract {

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    abstract NotificationStore store();

    @Test
    void stopsAtANumberThatIsTaken() {
        store().insertInOrder(List.of(announcement(ada).numbered(2))).block();
        List<Notification> row =
                List.of(
                        announcement(ada).numbered(1),
                        announcement(ada).numbered(2),
                        announcement(ada).numbered(3));
        assertThat(store().insertInOrder(row).block()).isEqualTo(1);
        assertThat(store().taken(ada, 1, 5).block()).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void stopsAtAnEventThatIsThere() {
        Announcement known = announcement(ada);
        store().insertInOrder(List.of(known.numbered(1))).block();
        List<Notification> row = List.of(announcement(ada).numbered(2), known.numbered(3));
        assertThat(store().insertInOrder(row).block()).isEqualTo(1);
        assertThat(store().taken(ada, 1, 5).block()).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void insertsAllWhenNothingStandsInTheWay() {
        List<Notification> row =
                List.of(announcement(ada).numbered(1), announcement(ada).numbered(2));
        assertThat(store().insertInOrder(row).block()).isEqualTo(2);
    }

    @Test
    void namesTheRefusedOnesAndInsertsTheOthers() {
        Announcement known = announcement(ada);
        store().insertInOrder(List.of(known.numbered(1))).block();
        UUID eve = UUID.randomUUID();
        store().insertInOrder(List.of(announcement(eve).numbered(1))).block();
        Notification again = known.numbered(2);
        Notification fresh = announcement(bob).numbered(1);
        Notification taken = announcement(eve).numbered(1);
        assertThat(store().insertEach(List.of(again, fresh, taken)).block())
                .containsExactly(again, taken);
        assertThat(store().find(List.of(fresh.id())).collectList().block()).containsExactly(fresh);
    }

    @Test
    void knowsWhichEventsAreThere() {
        Announcement known = announcement(ada);
        store().insertInOrder(List.of(known.numbered(1))).block();
        assertThat(
                        store().present(List.of(known.dedupeKey(), announcement(ada).dedupeKey()))
                                .block())
                .containsExactly(known.dedupeKey());
    }

    @Test
    void findsWhatExists() {
        Notification first = announcement(ada).numbered(1);
        Notification second = announcement(ada).numbered(2);
        store().insertInOrder(List.of(first, second)).block();
        assertThat(
                        store().find(List.of(second.id(), new NotificationId(ada, 3), first.id()))
                                .collectList()
                                .block())
                .containsExactlyInAnyOrder(first, second);
        assertThat(store().find(List.of()).collectList().block()).isEmpty();
    }

    @Test
    void findsWhatIsOlderThanAMoment() {
        Instant moment = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3_600);
        Notification older = announcement(ada, moment.minusMillis(1)).numbered(1);
        Notification then = announcement(ada, moment).numbered(2);
        store().insertInOrder(List.of(older, then, announcement(ada).numbered(3))).block();
        assertThat(store().createdBefore(moment).collectList().block())
                .contains(older.id())
                .doesNotContain(then.id(), new NotificationId(ada, 3));
    }

    @Test
    void removesWhatExists() {
        Announcement first = announcement(ada);
        Notification second = announcement(ada).numbered(2);
        Notification third = announcement(ada).numbered(3);
        store().insertInOrder(List.of(first.numbered(1), second, third)).block();
        List<NotificationId> ids =
                List.of(new NotificationId(ada, 1), third.id(), new NotificationId(bob, 7));
        assertThat(store().remove(ids).block()).isEqualTo(2);
        assertThat(store().taken(ada, 1, 5).block()).containsExactly(2L);
        assertThat(store().insertInOrder(List.of(first.numbered(1))).block()).isEqualTo(1);
    }
}
