package dev.socialhub.cli.dashboards;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Grafana's variables in an expression, filled in as Grafana does for a graph of six hours. */
final class GrafanaVariables {
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)(?::\\w+)?}|(\\w+))");

    /** The values for a six-hour graph of several hundred points. */
    private static final Map<String, String> TIME_VARIABLES =
            Map.of("__rate_interval", "30s", "__interval", "30s", "__range", "6h");

    private GrafanaVariables() {}

    /**
     * @throws OperatorError if a variable is defined neither by the dashboard nor by Grafana
     */
    static String of(String expression, Map<String, String> variables) {
        Matcher found = VARIABLE.matcher(expression);
        StringBuilder text = new StringBuilder();
        while (found.find()) {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            String value = TIME_VARIABLES.getOrDefault(name, variables.getOrDefault(name, ""));
            if (value.isEmpty()) {
                throw new OperatorError(
                        ExitCode.PROBLEMS_FOUND,
                        "there is no variable $" + name,
                        "add it to the dashboard, or remove it from the query");
            }
            found.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return found.appendTail(text).toString();
    }
}
