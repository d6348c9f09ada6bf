package dev.socialhub.loadtest.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.loadtest.format.Outcome.Failure;
import dev.socialhub.loadtest.format.Outcome.Millis;
import dev.socialhub.loadtest.format.Outcome.Operation;
import dev.socialhub.loadtest.format.Outcome.Second;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OperationTimesTest {

    private final OperationTimes times = new OperationTimes("follow");

    @Test
    void countsBySecondsAndReasons() {
        times.started(0);
        times.started(0);
        times.succeeded(0, 2_000);
        times.failed(2, "503");
        times.started(2);
        times.failed(2, "no connection");

        Operation all = times.close(3);
        assertThat(all.offered()).isEqualTo(3);
        assertThat(all.started()).isEqualTo(3);
        assertThat(all.succeeded()).isEqualTo(1);
        assertThat(all.failed()).isEqualTo(2);
        assertThat(all.failures())
                .containsExactly(new Failure("503", 1), new Failure("no connection", 1));
        assertThat(all.series())
                .containsExactly(
                        new Second(0, 2, 1, 0, 2.0, 2.0, 2.0),
                        new Second(1, 0, 0, 0, null, null, null),
                        new Second(2, 1, 0, 2, null, null, null));
    }

    @Test
    void computesPercentilesOfSuccesses() {
        for (int i = 1; i <= 100; i++) {
            times.started(0);
            times.succeeded(0, i * 1_000L);
        }
        times.failed(0, "500");
        Millis millis = Objects.requireNonNull(times.close(100).millis());
        assertThat(millis.p50()).isBetween(49.9, 50.1);
        assertThat(millis.p99()).isBetween(98.9, 99.1);
        assertThat(millis.max()).isBetween(99.9, 100.1);
        assertThat(millis.mean()).isBetween(50.4, 50.6);
    }

    @Test
    void hasNoTimesWithoutSuccesses() {
        times.started(0);
        times.failed(0, "no answer in time");
        assertThat(times.close(1).millis()).isNull();
    }

    @Test
    void countsLateOperationsInTheNewestSecond() {
        times.started(1);
        times.succeeded(0, 5);
        assertThat(times.close(1).series().getLast())
                .isEqualTo(new Second(1, 1, 1, 0, 0.005, 0.005, 0.005));
    }
}
