package dev.socialhub.notifications.notification;

import static dev.socialhub.notifications.notification.Examples.announcements;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarkReadTest {

    private final UUID ada = UUID.randomUUID();
    private final FakeNotificationStore store = new FakeNotificationStore();
    private final FakeHeadStore heads = new FakeHeadStore();
    private final RowEnd rowEnd = new RowEnd(store);
    private final MarkRead markRead = new MarkRead(new ReadHead(heads, rowEnd), heads, store);

    @BeforeEach
    void tell() {
        new AppendNotifications(store, heads, rowEnd).append(announcements(ada, 10)).block();
    }

    @Test
    void marksOneAndOnlyOnce() {
        assertThat(markRead.one(new NotificationId(ada, 4)).block()).isEqualTo(9);
        assertThat(markRead.one(new NotificationId(ada, 4)).block()).isEqualTo(9);
    }

    @Test
    void knowsNothingOfOnesThatDoNotExist() {
        assertThat(markRead.one(new NotificationId(ada, 11)).blockOptional()).isEmpty();
        assertThat(markRead.one(new NotificationId(UUID.randomUUID(), 1)).blockOptional())
                .isEmpty();
    }

    @Test
    void keepsFewNumbersOnceMarksTouch() {
        markRead.these(ada, List.of(2L, 3L, 7L)).block();
        assertThat(markRead.one(new NotificationId(ada, 1)).block()).isEqualTo(6);
        assertThat(heads.find(ada).block()).isEqualTo(new Head(10, new ReadMarks(3, Set.of(7L))));
    }

    @Test
    void marksAllThatThereAre() {
        markRead.these(ada, List.of(5L)).block();
        assertThat(markRead.all(ada).block()).isZero();
        assertThat(heads.find(ada).block()).isEqualTo(new Head(10, new ReadMarks(10, Set.of())));
    }

    @Test
    void countsWhatTheHeadDoesNotKnowYet() {
        heads.forget(ada);
        assertThat(markRead.one(new NotificationId(ada, 10)).block()).isEqualTo(9);
        heads.forget(ada);
        assertThat(markRead.all(ada).block()).isZero();
    }

    @Test
    void marksNothingWhereThereIsNothing() {
        assertThat(markRead.all(UUID.randomUUID()).block()).isZero();
    }
}
