package dev.socialhub.notifications.reading;

import static dev.socialhub.notifications.notification.Examples.announcements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.notifications.append.RowWriter;
import dev.socialhub.notifications.head.FakeHeadStore;
import dev.socialhub.notifications.head.FindRowEnd;
import dev.socialhub.notifications.head.Head;
import dev.socialhub.notifications.head.ReadHead;
import dev.socialhub.notifications.head.ReadMarks;
import dev.socialhub.notifications.head.Retracted;
import dev.socialhub.notifications.notification.FakeNotificationStore;
import dev.socialhub.notifications.notification.NotificationId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarkReadTest {

    private final UUID ada = UUID.randomUUID();
    private final FakeNotificationStore store = new FakeNotificationStore();
    private final FakeHeadStore heads = new FakeHeadStore();
    private final MarkRead markRead =
            new MarkRead(new ReadHead(heads, new FindRowEnd(store)), heads, store);

    @BeforeEach
    void tell() {
        new RowWriter(store, heads, Clock.systemUTC()).appendAndRaise(announcements(ada, 10));
    }

    @Test
    void marksOneAndOnlyOnce() {
        assertThat(markRead.one(new NotificationId(ada, 4))).contains(9L);
        assertThat(markRead.one(new NotificationId(ada, 4))).contains(9L);
    }

    @Test
    void knowsNothingOfOnesThatDoNotExist() {
        assertThat(markRead.one(new NotificationId(ada, 11))).isEmpty();
        assertThat(markRead.one(new NotificationId(UUID.randomUUID(), 1))).isEmpty();
    }

    @Test
    void keepsFewNumbersOnceMarksTouch() {
        markRead.these(ada, List.of(2L, 3L, 7L));
        assertThat(markRead.one(new NotificationId(ada, 1))).contains(6L);
        assertThat(heads.find(ada)).isEqualTo(new Head(10, new ReadMarks(3, Set.of(7L))));
    }

    @Test
    void marksAllThatThereAre() {
        markRead.these(ada, List.of(5L));
        assertThat(markRead.all(ada)).isZero();
        assertThat(heads.find(ada)).isEqualTo(new Head(10, new ReadMarks(10, Set.of())));
    }

    @Test
    void countsWhatTheHeadDoesNotKnowYet() {
        heads.forget(ada);
        assertThat(markRead.one(new NotificationId(ada, 10))).contains(9L);
        heads.forget(ada);
        assertThat(markRead.all(ada)).isZero();
    }

    @Test
    void knowsNothingOfOnesThatWereTakenBack() {
        heads.retract(Map.of(ada, Map.of(4L, Retracted.FOR_GOOD)));
        assertThat(markRead.one(new NotificationId(ada, 4))).isEmpty();
        assertThat(markRead.one(new NotificationId(ada, 5))).contains(8L);
    }

    @Test
    void keepsFewNumbersThoughSomeBetweenThemWereTakenBack() {
        heads.retract(Map.of(ada, Map.of(1L, 5L, 3L, 5L)));
        markRead.these(ada, List.of(4L, 2L, 6L));
        assertThat(heads.find(ada).marks()).isEqualTo(new ReadMarks(4, Set.of(6L)));
    }

    @Test
    void marksNothingWhereThereIsNothing() {
        assertThat(markRead.all(UUID.randomUUID())).isZero();
    }
}
