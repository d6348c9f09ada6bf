package dev.socialhub.notifications.notification;

import static dev.socialhub.notifications.notification.Examples.announcement;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of notifications has to do; the fake of the unit tests is held to it too. */
public abstract class NotificationStoreContract {

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    abstract NotificationStore store();

    /** All of them, however they are handed over. */
    public static List<NotificationId> createdBefore(NotificationStore store, Instant time) {
        List<NotificationId> all = new ArrayList<>();
        store.createdBefore(time, 500, all::addAll);
        return all;
    }

    @Test
    void stopsAtANumberThatIsTaken() {
        store().insertInOrder(List.of(announcement(ada).numbered(2)));
        List<Notification> row =
                List.of(
                        announcement(ada).numbered(1),
                        announcement(ada).numbered(2),
                        announcement(ada).numbered(3));
        assertThat(store().insertInOrder(row)).isEqualTo(1);
        assertThat(store().taken(ada, 1, 5)).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void stopsAtAnEventThatIsThere() {
        Announcement known = announcement(ada);
        store().insertInOrder(List.of(known.numbered(1)));
        List<Notification> row = List.of(announcement(ada).numbered(2), known.numbered(3));
        assertThat(store().insertInOrder(row)).isEqualTo(1);
        assertThat(store().taken(ada, 1, 5)).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void insertsAllWhenNothingStandsInTheWay() {
        List<Notification> row =
                List.of(announcement(ada).numbered(1), announcement(ada).numbered(2));
        assertThat(store().insertInOrder(row)).isEqualTo(2);
    }

    @Test
    void namesTheRefusedOnesAndInsertsTheOthers() {
        Announcement known = announcement(ada);
        store().insertInOrder(List.of(known.numbered(1)));
        UUID eve = UUID.randomUUID();
        store().insertInOrder(List.of(announcement(eve).numbered(1)));
        Notification again = known.numbered(2);
        Notification fresh = announcement(bob).numbered(1);
        Notification taken = announcement(eve).numbered(1);
        assertThat(store().insertEach(List.of(again, fresh, taken))).containsExactly(again, taken);
        assertThat(store().find(List.of(fresh.id()))).containsExactly(fresh);
    }

    @Test
    void knowsWhichEventsAreThere() {
        Announcement known = announcement(ada);
        store().insertInOrder(List.of(known.numbered(1)));
        assertThat(store().present(List.of(known.key(), announcement(ada).key())))
                .containsExactly(known.key());
    }

    @Test
    void findsWhatExists() {
        Notification first = announcement(ada).numbered(1);
        Notification second = announcement(ada).numbered(2);
        store().insertInOrder(List.of(first, second));
        assertThat(store().find(List.of(second.id(), new NotificationId(ada, 3), first.id())))
                .containsExactlyInAnyOrder(first, second);
        assertThat(store().find(List.of())).isEmpty();
    }

    @Test
    void findsWhatIsOlderThanAMoment() {
        Instant moment = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3_600);
        Notification older = announcement(ada, moment.minusMillis(1)).numbered(1);
        Notification then = announcement(ada, moment).numbered(2);
        store().insertInOrder(List.of(older, then, announcement(ada).numbered(3)));
        assertThat(createdBefore(store(), moment))
                .contains(older.id())
                .doesNotContain(then.id(), new NotificationId(ada, 3));
    }

    @Test
    void handsOverSoManyAtOnce() {
        Instant moment = Instant.parse("2001-02-03T04:05:06Z");
        List<Notification> row =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(seq -> announcement(ada, moment.minusMillis(seq)).numbered(seq))
                        .toList();
        store().insertInOrder(row);
        List<Integer> sizes = new ArrayList<>();
        store().createdBefore(moment, 2, found -> sizes.add(found.size()));
        assertThat(sizes).containsExactly(2, 2, 1);
        store().remove(row.stream().map(Notification::id).toList());
        store().createdBefore(moment, 2, found -> sizes.add(found.size()));
        assertThat(sizes).hasSize(3);
    }

    @Test
    void removesWhatExists() {
        Announcement first = announcement(ada);
        Notification second = announcement(ada).numbered(2);
        Notification third = announcement(ada).numbered(3);
        store().insertInOrder(List.of(first.numbered(1), second, third));
        List<NotificationId> ids =
                List.of(new NotificationId(ada, 1), third.id(), new NotificationId(bob, 7));
        assertThat(store().remove(ids)).isEqualTo(2);
        assertThat(store().taken(ada, 1, 5)).containsExactly(2L);
        assertThat(store().insertInOrder(List.of(first.numbered(1)))).isEqualTo(1);
    }

    @Test
    void findsByKey() {
        Notification first = announcement(ada).numbered(1);
        store().insertInOrder(List.of(first, announcement(ada).numbered(2)));
        List<String> keys = List.of(first.announcement().key(), announcement(ada).key());
        assertThat(store().findByKeys(keys)).containsExactly(first);
        assertThat(store().findByKeys(List.of())).isEmpty();
    }

    @Test
    void refusesKeysThatHaveNoNotificationYet() {
        Notification known = announcement(ada).numbered(1);
        store().insertInOrder(List.of(known));
        Announcement late = announcement(ada);
        Map<String, Instant> keys =
                Map.of(known.announcement().key(), Instant.now(), late.key(), Instant.now());
        store().refuse(keys);
        store().refuse(keys);
        assertThat(store().insertEach(List.of(late.numbered(2)))).hasSize(1);
        assertThat(store().present(keys.keySet())).isEqualTo(keys.keySet());
        assertThat(store().findByKeys(keys.keySet())).containsExactly(known);
        assertThat(store().taken(ada, 1, 5)).containsExactly(1L);
    }

    @Test
    void leavesNothingOfClearedOnesButNumberAndKey() {
        Notification cleared = announcement(ada).numbered(1);
        Notification other = announcement(ada).numbered(2);
        store().insertInOrder(List.of(cleared, other));
        store().clear(List.of(cleared.id(), new NotificationId(ada, 3)));
        String key = cleared.announcement().key();
        assertThat(store().find(List.of(cleared.id(), other.id()))).containsExactly(other);
        assertThat(store().findByKeys(List.of(key))).isEmpty();
        assertThat(store().present(List.of(key))).containsExactly(key);
        assertThat(store().taken(ada, 1, 5)).containsExactlyInAnyOrder(1L, 2L);
        assertThat(store().remove(List.of(cleared.id()))).isEqualTo(1);
    }

    @Test
    void givesOldPlaceholdersBack() {
        Instant moment = Instant.parse("2001-02-03T04:05:06Z");
        Announcement old = announcement(ada, moment.minusMillis(1));
        Announcement then = announcement(ada, moment);
        Announcement kept = announcement(bob, moment.minusMillis(1));
        store().insertInOrder(List.of(old.numbered(1), then.numbered(2)));
        store().insertInOrder(List.of(kept.numbered(1)));
        store().clear(List.of(new NotificationId(ada, 1), new NotificationId(ada, 2)));
        store().refuse(Map.of("early", moment.minusMillis(1), "late", moment));
        assertThat(createdBefore(store(), moment)).containsExactly(new NotificationId(bob, 1));
        store().removePlaceholders(moment);
        assertThat(store().present(List.of(old.key(), then.key(), kept.key(), "early", "late")))
                .containsExactlyInAnyOrder(then.key(), kept.key(), "late");
        store().remove(List.of(new NotificationId(bob, 1)));
        store().removePlaceholders(Instant.now());
    }
}
