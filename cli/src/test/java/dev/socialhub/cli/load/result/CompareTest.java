package dev.socialhub.cli.load.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompareTest {
    @Test
    void showsRatiosBesideTheNoiseOfSimilarRuns() {
        List<LoadRun> history =
                List.of(
                        Runs.good("a", 9),
                        Runs.good("b", 10),
                        Runs.good("c", 12),
                        Runs.good("now", 20));
        RunComparison comparison = Compare.of(Runs.good("now", 20), history.subList(0, 2), history);
        RunComparison.Figure p99 = figure(comparison, "p99");
        assertThat(p99.base()).isEqualTo(9.5);
        assertThat(p99.ratio()).isEqualTo(2.105);
        // Half the distance from 9 to 12, relative to the median 10; the run itself doesn't count
        // as noise.
        assertThat(p99.noise()).isEqualTo(0.15);
        assertThat(p99.runs()).isEqualTo(3);
        assertThat(comparison.bases()).containsExactly("a", "b");
        assertThat(comparison.warnings()).isEmpty();
    }

    @Test
    void twoRunsGiveNoNoise() {
        List<LoadRun> history = List.of(Runs.good("a", 9), Runs.good("b", 10));
        RunComparison comparison = Compare.of(Runs.good("now", 9), history, history);
        assertThat(figure(comparison, "p99").noise()).isNull();
        assertThat(figure(comparison, "p99").runs()).isEqualTo(2);
    }

    @Test
    void runsWithOtherSettingsAreReportedAndNotUsedForNoise() {
        LoadRun other =
                Runs.run(
                        "other",
                        Map.of(),
                        Runs.outcome(List.of(), Runs.follows()),
                        Runs.measured(0.8, 2),
                        Map.of("instances of users", "1"));
        RunComparison comparison =
                Compare.of(Runs.good("now", 9), List.of(other), List.of(other, other, other));
        assertThat(comparison.warnings())
                .containsExactly("other: instances of users was 1, and is 2");
        assertThat(figure(comparison, "p99").runs()).isZero();
    }

    private static RunComparison.Figure figure(RunComparison comparison, String name) {
        return comparison.figures().stream()
                .filter(figure -> figure.figure().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
