package dev.socialhub.cli.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which events are selected. */
final class EventFilter {
    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Only events of this type, such as post.created. Repeatable.")
    Set<String> types = Set.of();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Only records with this key: the id of what changed. Repeatable.")
    Set<String> keys = Set.of();

    boolean matches(RecordView record) {
        JsonNode event = record.event();
        String type = event == null ? "" : event.path("type").asText();
        return (types.isEmpty() || types.contains(type))
                && (keys.isEmpty() || keys.contains(record.key()));
    }
}
