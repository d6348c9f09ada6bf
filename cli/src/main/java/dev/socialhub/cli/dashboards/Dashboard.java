package dev.socialhub.cli.dashboards;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.observability.KitFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dashboard of Grafana.
 *
 * @param name its uid without the common prefix
 * @param says one sentence
 * @param variables the value of each variable while nothing is chosen
 */
@JsonPropertyOrder({"name", "uid", "title", "says", "panels"})
record Dashboard(
        String name,
        String uid,
        String title,
        String says,
        List<Panel> panels,
        @JsonIgnore Map<String, String> variables) {
    private static final String PREFIX = "socialhub-";

    Dashboard {
        panels = List.copyOf(panels);
        variables = Map.copyOf(variables);
    }

    /**
     * A panel.
     *
     * @param queries its expressions, as they are written
     */
    @JsonPropertyOrder({"id", "title", "unit", "queries"})
    record Panel(int id, String title, String unit, List<String> queries) {
        Panel {
            queries = List.copyOf(queries);
        }
    }

    static Dashboard read(Path file) {
        JsonNode dashboard = KitFile.read(file);
        String uid = dashboard.path("uid").asText();
        List<Panel> panels = new ArrayList<>();
        dashboard.path("panels").forEach(panel -> panels.add(panel(panel)));
        return new Dashboard(
                uid.startsWith(PREFIX) ? uid.substring(PREFIX.length()) : uid,
                uid,
                dashboard.path("title").asText(),
                dashboard.path("description").asText(),
                panels,
                variables(dashboard));
    }

    /** All of them, in the order of their titles, which begin with a number. */
    static List<Dashboard> read(List<Path> files) {
        return files.stream()
                .map(Dashboard::read)
                .sorted((one, other) -> one.title().compareTo(other.title()))
                .toList();
    }

    @JsonIgnore
    int queries() {
        return panels.stream().mapToInt(panel -> panel.queries().size()).sum();
    }

    private static Panel panel(JsonNode panel) {
        List<String> queries = new ArrayList<>();
        panel.path("targets").forEach(target -> queries.add(target.path("expr").asText()));
        return new Panel(
                panel.path("id").asInt(),
                panel.path("title").asText(),
                panel.path("fieldConfig").path("defaults").path("unit").asText(),
                queries);
    }

    private static Map<String, String> variables(JsonNode dashboard) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (JsonNode variable : dashboard.path("templating").path("list")) {
            variables.put(variable.path("name").asText(), variable.path("allValue").asText(".*"));
        }
        return variables;
    }
}
