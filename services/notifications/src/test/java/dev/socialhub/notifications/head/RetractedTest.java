package dev.socialhub.notifications.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RetractedTest {

    @Test
    void endsWithTheLatestVersionInWhateverOrderTheyCame() {
        Map<Long, Long> second = Map.of(7L, Retracted.retractedBy(2));
        Map<Long, Long> third = Map.of(7L, Retracted.restoredBy(3));
        Map<Long, Long> fourth = Map.of(7L, Retracted.retractedBy(4));
        assertThat(merged(second).hides(7)).isTrue();
        for (Retracted three : List.of(merged(second, third, second), merged(third, second))) {
            assertThat(three.hides(7)).isFalse();
        }
        assertThat(merged(fourth, second, third).hides(7)).isTrue();
    }

    @Test
    void restoresNothingThatIsRetractedPermanently() {
        Retracted retracted =
                merged(
                        Map.of(7L, Retracted.FOR_GOOD),
                        Map.of(7L, Retracted.restoredBy(Integer.MAX_VALUE)));
        assertThat(retracted.hides(7)).isTrue();
        assertThat(retracted.hides(6)).isFalse();
    }

    @Test
    void isOfNoUseBelowTheBeginningOfARow() {
        Retracted retracted = new Retracted(Map.of(1L, 5L, 3L, 4L, 4L, 5L));
        assertThat(retracted.superfluous(3)).containsExactlyInAnyOrder(1L, 3L);
        assertThat(retracted.without(retracted.superfluous(3)))
                .isEqualTo(new Retracted(Map.of(4L, 5L)));
    }

    @Test
    void sendsTheRowsBeginningPastTheOldestWhenThereAreTooMany() {
        assertThat(ofEverySecond(Retracted.LIMIT).overflow()).isZero();
        Retracted tooMany = ofEverySecond(Retracted.LIMIT + 2);
        assertThat(tooMany.overflow()).isEqualTo(4);
        assertThat(tooMany.without(tooMany.superfluous(4)).states()).hasSize(Retracted.LIMIT);
    }

    @Test
    void leavesWhatItHidesOutOfTheHeadsCounts() {
        ReadMarks marks = new ReadMarks(3, Set.of(6L));
        Retracted retracted = new Retracted(Map.of(1L, 5L, 2L, 5L, 5L, 5L, 6L, 5L, 7L, 6L, 9L, 5L));
        Head head = new Head(8, marks, 1, retracted);
        assertThat(head.unread()).isEqualTo(3);
        assertThat(head.kept()).isEqualTo(4);
        assertThat(head.shownDownFrom(8, true)).containsExactly(8L, 7L, 4L);
        assertThat(head.shownDownFrom(8, false)).containsExactly(8L, 7L, 4L, 3L);
        assertThat(head.reaching(9).unread()).isEqualTo(3);
    }

    @SafeVarargs
    private static Retracted merged(Map<Long, Long>... states) {
        Retracted merged = Retracted.NONE;
        for (Map<Long, Long> more : states) {
            merged = merged.merged(more);
        }
        return merged;
    }

    private static Retracted ofEverySecond(int count) {
        return new Retracted(
                LongStream.rangeClosed(1, count)
                        .map(seq -> 2 * seq)
                        .boxed()
                        .collect(Collectors.toMap(Function.identity(), _ -> 5L)));
    }
}
