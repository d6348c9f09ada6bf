package dev.socialhub.cli.observability;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of all series that the platform's processes expose. */
public record MeterCatalogue(Set<String> series) {
    /** What Prometheus itself adds. */
    private static final Set<String> PROMETHEUS_METERS = Set.of("up", "ALERTS");

    private static final List<String> TIMER = List.of("_count", "_sum", "_max");

    public MeterCatalogue {
        series = Set.copyOf(series);
    }

    /** The catalogue of meters, and what rules record besides. */
    public static MeterCatalogue read(Path file, List<Rule> rules) {
        Set<String> series = new HashSet<>(PROMETHEUS_METERS);
        rules.stream().filter(rule -> !rule.isAlert()).map(Rule::name).forEach(series::add);
        JsonNode catalogue = KitFile.read(file);
        for (String part : List.of("meters", "libraries")) {
            for (JsonNode meter : catalogue.path(part)) {
                add(series, meter.path("name").asText(), meter.path("kind").asText());
            }
        }
        return new MeterCatalogue(series);
    }

    /** The metrics of an expression that no process exposes. */
    public List<String> unknown(Expression expression) {
        return expression.metrics().stream().filter(name -> !series.contains(name)).toList();
    }

    private static void add(Set<String> series, String name, String kind) {
        switch (kind) {
            case "timer", "histogram" -> {
                TIMER.forEach(part -> series.add(name + part));
                if (kind.equals("histogram")) {
                    series.add(name + "_bucket");
                }
            }
            default -> series.add(name);
        }
    }
}
