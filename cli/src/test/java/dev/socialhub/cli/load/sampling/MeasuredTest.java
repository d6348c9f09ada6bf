package dev.socialhub.cli.load.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.load.sampling.Curve.Point;
import dev.socialhub.cli.load.sampling.Measured.Usage;
import dev.socialhub.cli.metrics.Exposition;
import dev.socialhub.cli.metrics.WatchedProcess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MeasuredTest {
    private static final long SECOND = 1_000_000_000L;
    private static final List<WatchedProcess> WATCHED =
            List.of(new WatchedProcess("users", "users", Optional.empty(), Optional.of(1L)));

    @Test
    void onlyWhatLiesBetweenTheMarksIsCounted() {
        ProcessSample before = reading(0, 10, 1, 900, 1);
        ProcessSample begin = reading(2, 14, 1, 100, 2);
        ProcessSample end = reading(12, 19, 1, 300, 2.5);
        ProcessSample after = reading(13, 30, 1, 800, 3);
        Measured measured = Measured.of(WATCHED, List.of(before, begin, end, after), begin, end);
        assertThat(measured.seconds()).isEqualTo(10);
        assertThat(measured.usages()).containsExactly(new Usage("users", "users", 5.0, 300L, 0.5));
        assertThat(measured.restarted()).isEmpty();
        assertThat(measured.machineCores()).hasValue(1.0);
    }

    @Test
    void reportsReplacedAndMissingProcesses() {
        ProcessSample begin = reading(0, 10, 1, 1, 1);
        ProcessSample other = reading(10, 2, 99, 1, 1);
        ProcessSample gone =
                new ProcessSample(
                        10 * SECOND,
                        Map.of(),
                        Map.of(),
                        OptionalDouble.empty(),
                        Map.of(),
                        Map.of());
        assertThat(Measured.of(WATCHED, List.of(begin, other), begin, other).restarted())
                .containsExactly("users");
        Measured withoutIt = Measured.of(WATCHED, List.of(begin, gone), begin, gone);
        assertThat(withoutIt.restarted()).containsExactly("users");
        assertThat(withoutIt.usages().getFirst().cpuSeconds()).isNull();
        assertThat(withoutIt.machineCores()).isEmpty();
    }

    @Test
    void curvesCountFromTheMarkAndTurnSumsIntoRates() {
        ProcessSample before = reading(0, 10, 1, 900, 1);
        ProcessSample begin = reading(2, 11, 1, 100, 1);
        ProcessSample near = reading(2, 11, 1, 100, 1);
        ProcessSample restarted = reading(3, 1, 2, 100, 0);
        ProcessSample end = reading(5, 2, 2, 300, 0);
        Measured measured =
                Measured.of(WATCHED, List.of(before, begin, near, restarted, end), begin, end);
        assertThat(curve(measured, "cpu").points())
                .containsExactly(new Point(0, 0.5), new Point(3, 0.5));
        assertThat(curve(measured, "memory").points().getFirst()).isEqualTo(new Point(-2, 900));
        assertThat(curve(measured, "lag").of()).isEqualTo("notifications");
        assertThat(curve(measured, "lag").points().getLast()).isEqualTo(new Point(3, 7));
    }

    @Test
    void whatAServiceDoesNotTellIsEmpty() {
        Figures figures = Figures.of(Exposition.parse("outbox_pending 3\n"));
        assertThat(figures.values()).containsExactly(Map.entry(Figure.OUTBOX, 3.0));
        assertThat(figures.cpuSeconds()).isEmpty();
        assertThat(figures.gcSeconds()).isEmpty();
        assertThat(figures.lags()).isEmpty();
    }

    private static ProcessSample reading(
            long second, double cpu, double birth, long memory, double gc) {
        String reported =
                """
                jvm_gc_pause_seconds_sum{action="a"} %s
                jvm_gc_pause_seconds_sum{action="b"} 0
                inbox_lag_events{group="notifications",topic="USER_TOPIC"} 3
                inbox_lag_events{group="notifications",topic="POST_TOPIC"} 4
                """
                        .formatted(gc);
        return new ProcessSample(
                second * SECOND,
                Map.of("users", cpu),
                Map.of("users", birth),
                OptionalDouble.of((double) second),
                Map.of("users", memory),
                Map.of("users", Figures.of(Exposition.parse(reported))));
    }

    private static Curve curve(Measured measured, String figure) {
        return measured.curves().stream()
                .filter(curve -> curve.figure().equals(figure))
                .findFirst()
                .orElseThrow();
    }
}
