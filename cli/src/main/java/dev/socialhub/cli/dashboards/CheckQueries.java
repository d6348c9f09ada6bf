package dev.socialhub.cli.dashboards;

import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.dashboards.CheckReport.Part;
import dev.socialhub.cli.dashboards.CheckReport.Shown;
import dev.socialhub.cli.dashboards.Dashboard.Panel;
import dev.socialhub.cli.observability.Expression;
import dev.socialhub.cli.observability.MeterCatalogue;
import dev.socialhub.cli.observability.Rule;
import dev.socialhub.cli.prometheus.Prometheus.Answer;
import dev.socialhub.cli.terminal.OperatorError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Checks of every query whether it is valid, uses names that exist, and returns any series. */
final class CheckQueries {
    private static final String NO_TRAFFIC =
            "if the platform has had no requests since it started, run `socialhubctl verify`, then"
                    + " check again";
    private static final String NOT_RECORDED =
            "have this Prometheus load observability/prometheus/rules; " + NO_TRAFFIC;
    private static final String UNKNOWN =
            "use a name that is in observability/metrics.yml, or add the meter";

    private final MeterCatalogue catalogue;
    private final Function<String, Answer> prometheus;

    /**
     * @param prometheus answers expressions
     */
    CheckQueries(MeterCatalogue catalogue, Function<String, Answer> prometheus) {
        this.catalogue = catalogue;
        this.prometheus = prometheus;
    }

    Part dashboard(Dashboard dashboard) {
        List<Shown> shown =
                dashboard.panels().stream()
                        .map(panel -> panel(panel, dashboard.variables()))
                        .toList();
        return new Part(dashboard.name(), dashboard.title(), shown);
    }

    /** Series recorded by rules must exist; the conditions of alerts must be valid expressions. */
    Part rules(List<Rule> rules) {
        List<Shown> shown = new ArrayList<>();
        for (Rule rule : rules) {
            shown.add(
                    rule.isAlert()
                            ? query(rule.name(), List.of(rule.expression().text()), true)
                            : query(rule.name(), List.of(rule.name()), false));
        }
        return new Part("rules", "Rules", shown);
    }

    private Shown panel(Panel panel, Map<String, String> variables) {
        try {
            List<String> queries =
                    panel.queries().stream()
                            .map(expression -> GrafanaVariables.of(expression, variables))
                            .toList();
            return query(panel.title(), queries, false);
        } catch (OperatorError unfilled) {
            Finding finding = Finding.fail(String.valueOf(unfilled.getMessage()), unfilled.fix());
            return shown(panel.title(), finding, List.of(), Duration.ZERO);
        }
    }

    private Shown query(String name, List<String> expressions, boolean condition) {
        long begin = System.nanoTime();
        List<Double> values = new ArrayList<>();
        Finding finding = null;
        for (String expression : expressions) {
            List<String> unknown = catalogue.unknown(new Expression(expression));
            if (!unknown.isEmpty()) {
                finding = Finding.fail("unknown: " + String.join(", ", unknown), UNKNOWN);
                continue;
            }
            Answer answer = prometheus.apply(expression);
            values.addAll(answer.values());
            if (!answer.error().isEmpty()) {
                finding = Finding.fail(answer.error(), "correct the expression: " + expression);
            } else if (!condition && answer.values().isEmpty() && finding == null) {
                finding = noSeries(expression);
            }
        }
        if (finding == null) {
            finding =
                    expressions.isEmpty()
                            ? Finding.fail("no query", "add one")
                            : okFinding(values, condition);
        }
        return shown(name, finding, values, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** The condition of an alert returns a series for each case in which it is true. */
    private static Finding okFinding(List<Double> values, boolean condition) {
        if (condition && values.isEmpty()) {
            return Finding.ok("the condition is false");
        }
        String series = values.size() == 1 ? "1 series" : values.size() + " series";
        return Finding.ok(condition ? "the condition is true for " + series : series);
    }

    private static Finding noSeries(String expression) {
        String names = String.join(", ", new Expression(expression).metrics());
        // Only metrics recorded by rules have a colon in their names.
        String fix = names.contains(":") ? NOT_RECORDED : NO_TRAFFIC;
        return Finding.fail("no series of " + names, fix);
    }

    private static Shown shown(String name, Finding finding, List<Double> values, Duration taken) {
        int numbers = (int) values.stream().filter(value -> !value.isNaN()).count();
        return new Shown(
                name,
                finding.status(),
                values.size(),
                numbers,
                finding.found(),
                finding.fix(),
                taken.toMillis());
    }
}
