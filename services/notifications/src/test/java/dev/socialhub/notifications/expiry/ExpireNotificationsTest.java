package dev.socialhub.notifications.expiry;

import static dev.socialhub.notifications.notification.Examples.announcement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.notifications.append.RowWriter;
import dev.socialhub.notifications.erasure.EraseNotifications;
import dev.socialhub.notifications.erasure.FakeErasureStore;
import dev.socialhub.notifications.head.FakeHeadStore;
import dev.socialhub.notifications.head.FindRowEnd;
import dev.socialhub.notifications.head.Head;
import dev.socialhub.notifications.head.ReadHead;
import dev.socialhub.notifications.head.ReadMarks;
import dev.socialhub.notifications.metrics.NotificationMetrics;
import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.FakeNotificationStore;
import dev.socialhub.notifications.notification.NotificationId;
import dev.socialhub.notifications.notification.NotificationStoreContract;
import dev.socialhub.notifications.notification.Retention;
import dev.socialhub.notifications.reading.RowReader;
import dev.socialhub.notifications.reading.RowReader.Shown;
import dev.socialhub.notifications.retraction.FakeSubjectStore;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.SequenceCursor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpireNotificationsTest {

    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");
    private static final Instant OLD = NOW.minus(Duration.ofDays(90)).minusMillis(1);
    private static final Instant YOUNG = NOW.minus(Duration.ofDays(90));

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FakeNotificationStore store = new FakeNotificationStore();
    private final FakeHeadStore heads = new FakeHeadStore();
    private final FindRowEnd rowEnd = new FindRowEnd(store);
    private final ReadHead readHead = new ReadHead(heads, rowEnd);
    private final Retention retention =
            new Retention(Duration.ofDays(90), Clock.fixed(NOW, ZoneOffset.UTC));
    private final ExpireRow expireRow = new ExpireRow(readHead, heads, store, retention);
    private final RowReader reader = new RowReader(readHead, heads, store, expireRow);
    private final ExpireNotifications expire =
            new ExpireNotifications(
                    store,
                    new FakeSubjectStore(),
                    expireRow,
                    retention,
                    new NotificationMetrics(meters, "group"));

    @Test
    void removesWhatIsTooOldAndCountsItAsRead() {
        append(ada, OLD, 5);
        append(ada, YOUNG, 3);
        append(bob, YOUNG, 1);
        assertThat(expire.all()).isEqualTo(5);
        assertThat(numbers(ada)).containsExactly(6L, 7L, 8L);
        assertThat(numbers(bob)).containsExactly(1L);
        assertThat(head(ada)).isEqualTo(new Head(8, new ReadMarks(5, Set.of()), 5));
        assertThat(head(ada).unread()).isEqualTo(3);
        assertThat(head(ada).kept()).isEqualTo(3);
        assertThat(meters.counter("notifications.expired").count()).isEqualTo(5);
        assertThat(expire.all()).isZero();
    }

    @Test
    void keepsWhatWasReadAboveAndGoesOnCounting() {
        append(ada, OLD, 3);
        append(ada, YOUNG, 4);
        reader.markRead(ada, List.of(2L, 6L));
        expire.all();
        assertThat(head(ada)).isEqualTo(new Head(7, new ReadMarks(3, Set.of(6L)), 3));
        append(ada, NOW, 1);
        assertThat(numbers(ada)).containsExactly(4L, 5L, 6L, 7L, 8L);
        assertThat(head(ada).unread()).isEqualTo(4);
        assertThat(reader.markAllRead(ada)).isZero();
    }

    @Test
    void endsTheListWhereTheKeptOnesEnd() {
        append(ada, OLD, 300);
        append(ada, YOUNG, 3);
        expire.all();
        Page<Shown> page = page(null, 2, false);
        assertThat(page.items()).extracting(Shown::seq).containsExactly(303L, 302L);
        @Nullable String next = page.nextCursor();
        assertThat(page(next, 2, false).items()).extracting(Shown::seq).containsExactly(301L);
        assertThat(page(next, 2, false).nextCursor()).isNull();
        assertThat(page(null, 100, true).items()).hasSize(3);
        assertThat(page(new SequenceCursor(200).encoded(), 100, false).items()).isEmpty();
    }

    @Test
    void waitsForAYoungerOneBelow() {
        append(ada, OLD, 1);
        append(ada, YOUNG, 1);
        append(ada, OLD, 1);
        assertThat(expire.all()).isEqualTo(1);
        assertThat(numbers(ada)).containsExactly(2L, 3L);
        assertThat(head(ada).unread()).isEqualTo(2);
    }

    @Test
    void goesOnAfterADeathBetweenHeadAndRemoval() {
        append(ada, OLD, 4);
        append(ada, YOUNG, 1);
        expireRow.of(ada);
        assertThat(page(null, 10, false).items()).hasSize(1);
        assertThat(expire.all()).isEqualTo(4);
        assertThat(numbers(ada)).containsExactly(5L);
    }

    @Test
    void givesNoNumberTwiceThoughTheHeadLaggedBehind() {
        append(ada, OLD, 1_203);
        heads.forget(ada);
        assertThat(expire.all()).isEqualTo(1_203);
        append(ada, NOW, 1);
        assertThat(numbers(ada)).containsExactly(1_204L);
        assertThat(head(ada).unread()).isEqualTo(1);
    }

    @Test
    void passesWhatTheStoreHasRemovedByItself() {
        append(ada, OLD, 5);
        append(ada, YOUNG, 1);
        store.remove(ids(LongStream.rangeClosed(1, 5)));
        assertThat(head(ada).unread()).isEqualTo(6);
        Page<Shown> page = page(null, 3, false);
        assertThat(page.items()).extracting(Shown::seq).containsExactly(6L);
        assertThat(page.nextCursor()).isNull();
        assertThat(head(ada).unread()).isEqualTo(1);
    }

    @Test
    void comesToTheSameWhenTwoDoIt() {
        for (UUID owner : Stream.generate(UUID::randomUUID).limit(40).toList()) {
            append(owner, OLD, 7);
        }
        append(ada, OLD, 7);
        append(ada, YOUNG, 2);
        long removed =
                Stream.of(expire, expire)
                        .gather(Gatherers.mapConcurrent(2, ExpireNotifications::all))
                        .mapToLong(Long::longValue)
                        .sum();
        assertThat(removed).isEqualTo(41 * 7);
        assertThat(NotificationStoreContract.createdBefore(store, YOUNG)).isEmpty();
        assertThat(meters.counter("notifications.expired").count()).isEqualTo(41 * 7);
        assertThat(head(ada)).isEqualTo(new Head(9, new ReadMarks(7, Set.of()), 7));
    }

    @Test
    void leavesAnErasedRowClosed() {
        append(ada, OLD, 2);
        new EraseNotifications(heads, store, rowEnd, new FakeErasureStore(), Clock.systemUTC())
                .of(ada, NOW);
        store.insertInOrder(List.of(announcement(ada, OLD).numbered(3)));
        expire.all();
        assertThat(head(ada)).isEqualTo(Head.EMPTY);
        assertThat(heads.closedAt(ada)).contains(NOW);
    }

    @Test
    void writesNothingThatMayHaveExpired() {
        assertThat(retention.isWorthWriting(YOUNG)).isFalse();
        assertThat(retention.isWorthWriting(YOUNG.plus(Duration.ofHours(2)))).isTrue();
    }

    @Test
    void refusesTimesThatMakeNoSense() {
        Clock clock = Clock.systemUTC();
        assertThatThrownBy(() -> new Retention(Duration.ofHours(23), clock))
                .hasMessageContaining("NOTIFICATIONS_KEEP_FOR must be from 1d to 3650d");
        assertThatThrownBy(() -> new Retention(Duration.ofDays(3_651), clock))
                .hasMessageContaining("NOTIFICATIONS_KEEP_FOR must be from 1d to 3650d");
    }

    /** By an instance that has just started. */
    private int appendAll(List<Announcement> announcements) {
        return new RowWriter(store, heads, Clock.systemUTC()).appendAndRaise(announcements);
    }

    private void append(UUID owner, Instant createdAt, int count) {
        appendAll(Stream.generate(() -> announcement(owner, createdAt)).limit(count).toList());
    }

    private Head head(UUID owner) {
        return readHead.of(owner);
    }

    private List<Long> numbers(UUID owner) {
        return store.row(owner).stream().map(one -> one.id().seq()).toList();
    }

    private List<NotificationId> ids(LongStream numbers) {
        return numbers.mapToObj(seq -> new NotificationId(ada, seq)).toList();
    }

    private Page<Shown> page(@Nullable String cursor, int limit, boolean unread) {
        return reader.page(ada, limit, cursor, unread);
    }
}
