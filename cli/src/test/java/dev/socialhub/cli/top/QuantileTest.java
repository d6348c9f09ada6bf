package dev.socialhub.cli.top;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QuantileTest {
    private static final double NO_BOUND = Double.POSITIVE_INFINITY;

    @Test
    void isWithinTheBucketThatReachesTheRank() {
        assertThat(Quantile.of(0.5, Map.of(1.0, 10.0, 2.0, 30.0, NO_BOUND, 40.0))).hasValue(1.5);
    }

    @Test
    void beyondTheLastBoundItIsThatBound() {
        assertThat(Quantile.of(0.95, Map.of(1.0, 10.0, NO_BOUND, 40.0))).hasValue(1.0);
    }

    @Test
    void ofNothingThereIsNone() {
        assertThat(Quantile.of(0.5, Map.of())).isEmpty();
        assertThat(Quantile.of(0.5, Map.of(1.0, 0.0, NO_BOUND, 0.0))).isEmpty();
    }

    @Test
    void emptyBucketsInBetweenAreLeftOut() {
        assertThat(Quantile.of(0.5, Map.of(1.0, 0.0, 2.0, 0.0, 4.0, 10.0, NO_BOUND, 10.0)))
                .hasValue(3.0);
    }
}
