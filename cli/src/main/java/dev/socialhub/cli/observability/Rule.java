package dev.socialhub.cli.observability;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule of Prometheus.
 *
 * @param file that contains it
 * @param isAlert whether it is an alert; otherwise it records a series of its name
 * @param holds how long an alert's condition must hold before it fires, such as {@code 5m}
 * @param severity of an alert: {@code page} or {@code ticket}
 * @param summary of an alert, with Prometheus's own placeholders
 * @param runbook file name of its runbook
 * @param dashboard uid of the dashboard to look at
 */
public record Rule(
        Path file,
        boolean isAlert,
        String name,
        Expression expression,
        String holds,
        String severity,
        String summary,
        String runbook,
        String dashboard) {

    /** All rules of these files, in their order. */
    public static List<Rule> read(List<Path> files) {
        List<Rule> rules = new ArrayList<>();
        for (Path file : files) {
            for (JsonNode group : KitFile.read(file).path("groups")) {
                for (JsonNode rule : group.path("rules")) {
                    rules.add(of(file, rule));
                }
            }
        }
        return rules;
    }

    private static Rule of(Path file, JsonNode rule) {
        JsonNode annotations = rule.path("annotations");
        return new Rule(
                file,
                rule.has("alert"),
                rule.path(rule.has("alert") ? "alert" : "record").asText(),
                new Expression(rule.path("expr").asText()),
                rule.path("for").asText("0s"),
                rule.path("labels").path("severity").asText(),
                annotations.path("summary").asText(),
                annotations.path("runbook").asText(),
                annotations.path("dashboard").asText());
    }
}
