package dev.socialhub.notifications.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReadMarksTest {

    @Test
    void coversAllUpToOneAndSomeAbove() {
        ReadMarks marks = new ReadMarks(3, Set.of(5L));
        assertThat(LongStream.rangeClosed(1, 6).filter(marks::covers))
                .containsExactly(1L, 2L, 3L, 5L);
        assertThat(marks.unread(6)).isEqualTo(2);
    }

    @Test
    void countsNoMarkTwice() {
        assertThat(new ReadMarks(3, Set.of(2L, 5L)).unread(6)).isEqualTo(2);
    }

    @Test
    void countsNoMarkBeyondTheEnd() {
        assertThat(new ReadMarks(3, Set.of(9L)).unread(6)).isEqualTo(3);
        assertThat(new ReadMarks(9, Set.of()).unread(6)).isZero();
    }

    @Test
    void listsUnreadNumbersFromAboveDown() {
        ReadMarks marks = new ReadMarks(2, Set.of(5L, 7L));
        assertThat(marks.unreadDownFrom(8)).containsExactly(8L, 6L, 4L, 3L);
        assertThat(marks.unreadDownFrom(8).limit(2)).containsExactly(8L, 6L);
        assertThat(marks.unreadDownFrom(2)).isEmpty();
    }

    @Test
    void joinsMarksThatTouch() {
        assertThat(new ReadMarks(2, Set.of(1L, 3L, 4L, 7L)).compacted(_ -> false))
                .isEqualTo(new ReadMarks(4, Set.of(7L)));
        assertThat(new ReadMarks(2, Set.of(4L)).compacted(_ -> false))
                .isEqualTo(new ReadMarks(2, Set.of(4L)));
    }

    @Test
    void closesTheOldestGapsWhenThereAreTooMany() {
        Set<Long> scattered =
                LongStream.rangeClosed(1, ReadMarks.MAX_ABOVE + 2)
                        .map(i -> 2 * i)
                        .boxed()
                        .collect(Collectors.toSet());
        ReadMarks compacted = new ReadMarks(0, scattered).compacted(_ -> false);
        assertThat(compacted.upTo()).isEqualTo(4);
        assertThat(compacted.above()).hasSize(ReadMarks.MAX_ABOVE);
    }

    @Test
    void joinsMarksBetweenWhichNothingIsShown() {
        assertThat(new ReadMarks(2, Set.of(5L, 8L)).compacted(seq -> seq == 3 || seq == 4))
                .isEqualTo(new ReadMarks(5, Set.of(8L)));
        assertThat(new ReadMarks(2, Set.of(5L)).compacted(seq -> seq == 3))
                .isEqualTo(new ReadMarks(2, Set.of(5L)));
    }
}
