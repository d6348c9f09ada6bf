package dev.socialhub.notifications.retraction;

import static dev.socialhub.notifications.notification.Examples.announcement;
import static dev.socialhub.notifications.notification.Examples.follow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.notifications.append.RowWriter;
import dev.socialhub.notifications.expiry.ExpireRow;
import dev.socialhub.notifications.head.FakeHeadStore;
import dev.socialhub.notifications.head.FindRowEnd;
import dev.socialhub.notifications.head.ReadHead;
import dev.socialhub.notifications.head.Retracted;
import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.Entity;
import dev.socialhub.notifications.notification.FakeNotificationStore;
import dev.socialhub.notifications.notification.NotificationId;
import dev.socialhub.notifications.notification.Retention;
import dev.socialhub.notifications.reading.RowReader;
import dev.socialhub.notifications.reading.RowReader.Shown;
import dev.socialhub.notifications.retraction.Retraction.OfDeleted;
import dev.socialhub.notifications.retraction.Retraction.OfKey;
import dev.socialhub.notifications.retraction.Retraction.OfSubject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetractNotificationsTest {

    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(40));

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID eve = UUID.randomUUID();
    private final FakeNotificationStore store = new FakeNotificationStore();
    private final FakeHeadStore heads = new FakeHeadStore();
    private final FakeSubjectStore subjects = new FakeSubjectStore();
    private final FindRowEnd rowEnd = new FindRowEnd(store);
    private final ReadHead readHead = new ReadHead(heads, rowEnd);
    private final Retention retention =
            new Retention(Duration.ofDays(90), Clock.fixed(NOW, ZoneOffset.UTC));
    private final ExpireRow expireRow = new ExpireRow(readHead, heads, store, retention);
    private final RowReader list = new RowReader(readHead, heads, store, expireRow);
    private final RetractNotifications retract =
            new RetractNotifications(store, heads, subjects, retention);

    @Test
    void hidesOneAndCountsItNoMore() {
        List<Announcement> row = appended(announcement(ada), announcement(ada), announcement(ada));
        retract.apply(List.of(gone(row.get(1))));
        retract.apply(List.of(gone(row.get(1))));
        assertShown(ada, 3, 1);
        assertThat(readHead.of(ada).unread()).isEqualTo(2);
        assertThat(readHead.of(ada).kept()).isEqualTo(2);
        appended(announcement(ada));
        assertShown(ada, 4, 3, 1);
    }

    @Test
    void fillsAPageThoughSomeAreHidden() {
        List<Announcement> row =
                appended(Stream.generate(() -> announcement(ada)).limit(9).toList());
        retract.apply(Stream.of(8, 7, 5, 1).map(i -> (Retraction) gone(row.get(i))).toList());
        var page = list.page(ada, 3, null, false);
        assertThat(page.items()).extracting(Shown::seq).containsExactly(7L, 5L, 4L);
        var next = list.page(ada, 3, page.nextCursor(), true);
        assertThat(next.items()).extracting(Shown::seq).containsExactly(3L, 1L);
        assertThat(next.nextCursor()).isNull();
    }

    @Test
    void ignoresNotificationsAfterTheirRetraction() {
        Announcement late = announcement(ada, NOW);
        retract.apply(List.of(gone(late)));
        retract.apply(List.of(gone(late)));
        assertThat(appendAll(List.of(late))).isZero();
        assertThat(appendAll(List.of(announcement(ada, NOW), late))).isEqualTo(1);
        assertShown(ada, 1);
        assertThat(readHead.of(ada).unread()).isEqualTo(1);
    }

    @Test
    void recordsNothingForNotificationsThatCanNoLongerCome() {
        Announcement old = announcement(ada, NOW.minus(Duration.ofDays(90)));
        retract.apply(List.of(new OfKey(old.key(), Retracted.FOR_GOOD, old.createdAt())));
        retract.apply(
                List.of(new OfKey(follow(ada, bob, NOW).key(), Retracted.restoredBy(3), NOW)));
        assertThat(store.present(Set.of(old.key(), follow(ada, bob, NOW).key()))).isEmpty();
    }

    @Test
    void showsAFollowAsLongAsItStands() {
        Announcement follow = appended(follow(ada, bob, NOW)).getFirst();
        retract.apply(List.of(edge(follow, Retracted.retractedBy(2))));
        assertShown(bob);
        assertThat(readHead.of(bob).unread()).isZero();
        retract.apply(List.of(edge(follow, Retracted.restoredBy(3))));
        assertShown(bob, 1);
        assertThat(readHead.of(bob).unread()).isEqualTo(1);
        list.markAllRead(bob);
        retract.apply(
                List.of(
                        edge(follow, Retracted.restoredBy(5)),
                        edge(follow, Retracted.retractedBy(4)),
                        edge(follow, Retracted.retractedBy(2))));
        assertShown(bob, 1);
        assertThat(readHead.of(bob).unread()).isZero();
    }

    @Test
    void retractsNotificationsOlderThanTheBlock() {
        appended(
                follow(ada, bob, BEFORE),
                follow(eve, bob, NOW),
                follow(bob, ada, NOW),
                follow(bob, eve, NOW));
        retract.apply(
                List.of(
                        new OfSubject(Entity.user(ada), bob, NOW),
                        new OfSubject(Entity.user(bob), ada, NOW.minusMillis(1))));
        assertShown(bob, 2);
        assertShown(ada, 1);
        assertShown(eve, 1);
    }

    @Test
    void leavesNothingThatTellsOfTheDeleted() {
        List<UUID> followed = Stream.generate(UUID::randomUUID).limit(1_203).toList();
        appended(followed.stream().map(one -> follow(ada, one, BEFORE)).toList());
        appended(follow(eve, followed.getFirst(), NOW), follow(eve, ada, NOW));
        retract.apply(List.of(new OfDeleted(ada)));
        retract.apply(List.of(new OfDeleted(ada)));
        assertThat(followed).allSatisfy(one -> assertThat(unreadBy(one, ada)).isZero());
        assertShown(followed.getFirst(), 2);
        assertThat(store.find(followed.stream().map(one -> new NotificationId(one, 1)).toList()))
                .isEmpty();
        assertThat(subjects.keys(Entity.user(ada), retention.days())).isEmpty();
        assertShown(ada, 1);
        appended(follow(bob, followed.getFirst(), NOW));
        assertShown(followed.getFirst(), 3, 2);
    }

    @Test
    void retractsNotificationsWrittenWhileTheirActorWasDeleted() {
        Announcement late = follow(ada, bob, NOW);
        retract.apply(List.of(new OfDeleted(ada)));
        List<Announcement> written = appended(late, follow(eve, bob, NOW), announcement(ada));
        retract.ofDeleted(Set.of(ada), written);
        assertShown(bob, 2);
        assertThat(store.find(List.of(new NotificationId(bob, 1)))).isEmpty();
        assertThat(appendAll(written)).isZero();
        assertShown(bob, 2);
    }

    @Test
    void goesOnAfterADeathBetweenHeadAndDocument() {
        appended(follow(ada, bob, NOW));
        heads.retract(Map.of(bob, Map.of(1L, Retracted.FOR_GOOD)));
        retract.apply(List.of(new OfDeleted(ada)));
        assertShown(bob);
        assertThat(store.find(List.of(new NotificationId(bob, 1)))).isEmpty();
    }

    @Test
    void findsWhatAWriterLeftBeforeItsHead() {
        Announcement one = appended(announcement(ada)).getFirst();
        heads.forget(ada);
        retract.apply(List.of(gone(one)));
        assertShown(ada);
        assertThat(readHead.of(ada).unread()).isZero();
        appended(announcement(ada));
        assertShown(ada, 2);
    }

    @Test
    void keepsAHeadSmallByEndingTheRowEarlier() {
        int count = Retracted.LIMIT + 3;
        List<Announcement> row =
                appended(Stream.generate(() -> announcement(ada, NOW)).limit(count).toList());
        retract.apply(row.subList(1, count).stream().map(one -> (Retraction) gone(one)).toList());
        assertShown(ada);
        assertThat(heads.find(ada).expiredUpTo()).isEqualTo(3);
        assertThat(heads.find(ada).retracted().states()).hasSize(Retracted.LIMIT);
        assertThat(readHead.of(ada).unread()).isZero();
    }

    /** By an instance that has just started. */
    private int appendAll(List<Announcement> announcements) {
        return new RowWriter(store, heads, Clock.systemUTC()).appendAndRaise(announcements);
    }

    private List<Announcement> appended(Announcement... announcements) {
        return appended(List.of(announcements));
    }

    private List<Announcement> appended(List<Announcement> announcements) {
        subjects.add(announcements);
        appendAll(announcements);
        return announcements;
    }

    private static OfKey gone(Announcement one) {
        return edge(one, Retracted.FOR_GOOD);
    }

    private static OfKey edge(Announcement one, long state) {
        return new OfKey(one.key(), state, NOW);
    }

    private long unreadBy(UUID reader, UUID actor) {
        return list.page(reader, 100, null, true).items().stream()
                .filter(item -> item.actor().id().equals(actor))
                .count();
    }

    private void assertShown(UUID reader, long... seqs) {
        assertThat(list.page(reader, 100, null, false).items())
                .extracting(Shown::seq)
                .containsExactlyElementsOf(LongStream.of(seqs).boxed().toList());
    }
}
