package dev.socialhub.cli.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.observability.Expression;
import dev.socialhub.cli.observability.KitFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the tests of rules cover.
 *
 * @param firing in how many tests each alert is expected to fire
 * @param silent in how many it is expected not to
 * @param evaluated series whose values are expected somewhere
 */
record RuleTests(Map<String, Integer> firing, Map<String, Integer> silent, Set<String> evaluated) {
    RuleTests {
        firing = Map.copyOf(firing);
        silent = Map.copyOf(silent);
        evaluated = Set.copyOf(evaluated);
    }

    static RuleTests read(List<Path> files) {
        Map<String, Integer> firing = new HashMap<>();
        Map<String, Integer> silent = new HashMap<>();
        Set<String> evaluated = new HashSet<>();
        for (Path file : files) {
            for (JsonNode test : KitFile.read(file).path("tests")) {
                for (JsonNode alert : test.path("alert_rule_test")) {
                    (alert.path("exp_alerts").isEmpty() ? silent : firing)
                            .merge(alert.path("alertname").asText(), 1, Integer::sum);
                }
                for (JsonNode expression : test.path("promql_expr_test")) {
                    evaluated.addAll(new Expression(expression.path("expr").asText()).metrics());
                }
            }
        }
        return new RuleTests(firing, silent, evaluated);
    }
}
