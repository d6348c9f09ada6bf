package dev.socialhub.cli.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    @Test
    void metricsAreWhatIsNeitherFunctionNorLabelNorWord() {
        assertThat(
                        metrics(
                                "histogram_quantile(0.99, sum by (le, group)"
                                        + " (rate(a_seconds_bucket{status=\"5xx\"}[5m])))"
                                        + " or 0 * b:c:rate5m / clamp_min(up, 1e-9)"))
                .containsExactly("a_seconds_bucket", "b:c:rate5m", "up");
    }

    @Test
    void matchingOfLabelsIsNoMetric() {
        assertThat(metrics("a and on (group) b offset 5m unless ignoring (x) group_left c > 14.4"))
                .containsExactly("a", "b", "c");
    }

    @Test
    void whatStandsInStringsAndCommentsIsNoMetric() {
        assertThat(metrics("# no_comment\ncount(a{id=~\"b} or c\"} == 0) or vector(0) # d"))
                .containsExactly("a");
    }

    @Test
    void variablesOfGrafanaAreNoMetrics() {
        assertThat(metrics("sum(rate(a{service=~\"$service\"}[$__rate_interval])) / $b"))
                .containsExactly("a");
    }

    private static Set<String> metrics(String expression) {
        return new Expression(expression).metrics();
    }
}
