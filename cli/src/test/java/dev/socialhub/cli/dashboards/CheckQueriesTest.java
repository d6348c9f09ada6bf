package dev.socialhub.cli.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.check.Finding.Status;
import dev.socialhub.cli.dashboards.CheckReport.Part;
import dev.socialhub.cli.dashboards.CheckReport.Shown;
import dev.socialhub.cli.dashboards.Dashboard.Panel;
import dev.socialhub.cli.observability.Expression;
import dev.socialhub.cli.observability.MeterCatalogue;
import dev.socialhub.cli.observability.Rule;
import dev.socialhub.cli.prometheus.Prometheus.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckQueriesTest {
    private static final Map<String, Answer> PROMETHEUS =
            Map.of(
                    "full{s=~\".*\"}", new Answer(List.of(1.0, Double.NaN), ""),
                    "empty", new Answer(List.of(), ""),
                    "full > ", new Answer(List.of(), "parse error"));

    private final CheckQueries check =
            new CheckQueries(
                    new MeterCatalogue(Set.of("full", "empty")),
                    expression -> PROMETHEUS.getOrDefault(expression, new Answer(List.of(), "?")));

    @Test
    void aPanelWithSeriesIsOk() {
        Shown shown = panel("full{s=~\"$service\"}");
        assertThat(shown.status()).isEqualTo(Status.ok);
        assertThat(shown.series()).isEqualTo(2);
        assertThat(shown.numbers()).isEqualTo(1);
    }

    @Test
    void oneFailedQueryFailsItsPanel() {
        assertThat(panel("full{s=~\"$service\"}", "empty").found()).isEqualTo("no series of empty");
        assertThat(panel("full{s=~\"$service\"}", "empty").status()).isEqualTo(Status.fail);
    }

    @Test
    void invalidExpressionsAndUnknownNamesFail() {
        assertThat(panel("full > ").found()).isEqualTo("parse error");
        assertThat(panel("other").found()).isEqualTo("unknown: other");
        assertThat(panel("full{a=\"$b\"}").found()).isEqualTo("there is no variable $b");
        assertThat(panel().found()).isEqualTo("no query");
    }

    @Test
    void onlyAnAlertMayHaveNoSeries() {
        Part rules = check.rules(List.of(rule(true, "Late", "empty"), rule(false, "empty", "x")));
        assertThat(rules.checks())
                .extracting(Shown::found)
                .containsExactly("the condition is false", "no series of empty");
        assertThat(CheckReport.of("", List.of(rules)).totals().exitCode()).isEqualTo(3);
    }

    private static Rule rule(boolean alert, String name, String expression) {
        return new Rule(
                Path.of("a.yml"), alert, name, new Expression(expression), "0s", "", "", "", "");
    }

    private Shown panel(String... queries) {
        Panel panel = new Panel(1, "One", "short", List.of(queries));
        Dashboard dashboard =
                new Dashboard("a", "socialhub-a", "A", "", List.of(panel), Map.of("service", ".*"));
        return check.dashboard(dashboard).checks().getFirst();
    }
}
