package dev.socialhub.notifications.erasure;

import static dev.socialhub.notifications.notification.Examples.announcement;
import static dev.socialhub.notifications.notification.Examples.announcements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.notifications.append.RowWriter;
import dev.socialhub.notifications.head.FakeHeadStore;
import dev.socialhub.notifications.head.FindRowEnd;
import dev.socialhub.notifications.head.Head;
import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.FakeNotificationStore;
import dev.socialhub.shared.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EraseNotificationsTest {

    private static final Duration LATER = Duration.ofMinutes(6);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final FakeNotificationStore store = new FakeNotificationStore();
    private final FakeHeadStore heads = new FakeHeadStore();
    private final FindRowEnd rowEnd = new FindRowEnd(store);
    private final MovableClock clock = new MovableClock();
    private final FakeErasureStore erasures = new FakeErasureStore();
    private final RowWriter rows = new RowWriter(store, heads, clock);
    private final EraseNotifications erase =
            new EraseNotifications(heads, store, rowEnd, erasures, clock);

    @Test
    void emptiesALongRowAndNoOther() {
        rows.append(announcements(ada, 1_203));
        rows.append(announcements(bob, 2));
        erase.of(ada, NOW);
        assertThat(store.row(ada)).isEmpty();
        assertThat(store.row(bob)).hasSize(2);
        assertThat(heads.find(ada)).isEqualTo(Head.EMPTY);
    }

    @Test
    void emptiesARowWhoseHeadLagsBehind() {
        rows.append(announcements(ada, 30));
        heads.forget(ada);
        erase.of(ada, NOW);
        assertThat(store.row(ada)).isEmpty();
    }

    @Test
    void addsNothingThatComesLate() {
        rows.append(announcements(ada, 3));
        erase.of(ada, NOW);
        clock.advance(LATER);
        rows.append(List.of(announcement(ada), announcement(bob)));
        assertThat(store.row(ada)).isEmpty();
        assertThat(store.row(bob)).hasSize(1);
    }

    @Test
    void emptiesTheRowAgainOnceNothingCanBeAdded() {
        rows.append(announcements(ada, 3));
        erase.of(ada, NOW);
        // This instance takes the row for open still.
        rows.append(List.of(announcement(ada), announcement(bob)));
        assertThat(store.row(ada)).hasSize(1);
        erase.again();
        assertThat(store.row(ada)).hasSize(1);
        clock.advance(LATER);
        erase.again();
        assertThat(store.row(ada)).isEmpty();
        assertThat(store.row(bob)).hasSize(1);
        assertThat(erasures.begunBefore(Instant.MAX)).isEmpty();
    }

    @Test
    void findsWhatAWriterLeftBeforeItsDeath() {
        rows.append(announcements(ada, 10));
        // The writer has looked for the row's end; the row is erased; then the writer inserts, dies
        // before it writes the head, and gets the same event again.
        Announcement late = announcement(ada);
        erase.of(ada, NOW);
        store.insertEach(List.of(late.numbered(11)));
        rows.append(List.of(late));
        clock.advance(LATER);
        erase.again();
        assertThat(store.row(ada)).isEmpty();
    }

    @Test
    void findsANumberThatWasTakenAgain() {
        rows.append(announcements(ada, 10));
        erase.of(ada, NOW);
        Announcement late = announcement(ada);
        store.insertEach(List.of(late.numbered(9)));
        rows.append(List.of(late));
        clock.advance(LATER);
        erase.again();
        assertThat(store.row(ada)).isEmpty();
        assertThat(heads.lastSeqs(List.of(ada))).isEqualTo(Map.of(ada, 10L));
    }
}
