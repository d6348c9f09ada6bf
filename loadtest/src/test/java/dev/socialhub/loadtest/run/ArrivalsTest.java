package dev.socialhub.loadtest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalsTest {

    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @CsvSource({"200, 60, 12000", "0.3, 10, 3", "2.5, 3, 8", "1, 1, 1", "7.7, 13, 100"})
    void areExactlyAsManyAsOfferedAndInOrder(double rate, int seconds, int total) {
        List<Long> moments = moments(new Arrivals(rate, seconds, 1));
        assertThat(moments).hasSize(total).isSorted();
        assertThat(moments).allMatch(moment -> moment >= 0 && moment < seconds * SECOND);
    }

    @Test
    void areEquallyManyInEachSecond() {
        List<Long> moments = moments(new Arrivals(50, 4, 9));
        for (int second = 0; second < 4; second++) {
            long from = second * SECOND;
            assertThat(moments.stream().filter(one -> one >= from && one < from + SECOND))
                    .hasSize(50);
        }
    }

    @Test
    void haveGapsLikeThoseOfIndependentUsers() {
        List<Long> moments = moments(new Arrivals(1_000, 20, 4));
        long shortGaps = 0;
        for (int i = 1; i < moments.size(); i++) {
            shortGaps += moments.get(i) - moments.get(i - 1) < SECOND / 1_000 ? 1 : 0;
        }
        // Of exponential gaps 1 - 1/e are shorter than their mean.
        assertThat(shortGaps / (double) moments.size()).isBetween(0.61, 0.65);
    }

    @Test
    void areTheSameForTheSameSeed() {
        assertThat(moments(new Arrivals(5, 5, 7))).isEqualTo(moments(new Arrivals(5, 5, 7)));
        assertThat(moments(new Arrivals(5, 5, 7))).isNotEqualTo(moments(new Arrivals(5, 5, 8)));
    }

    private static List<Long> moments(Arrivals arrivals) {
        List<Long> moments = new ArrayList<>();
        for (OptionalLong next = arrivals.next(); next.isPresent(); next = arrivals.next()) {
            moments.add(next.getAsLong());
        }
        return moments;
    }
}
