package dev.socialhub.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code observability/metrics.yml}: the catalogue of all meters. */
record MetersCatalogue(List<Entry> entries) {

    /**
     * One meter.
     *
     * @param ours whether it is declared in this repository, and not in a library
     */
    record Entry(
            String name,
            String kind,
            String unit,
            Set<String> tags,
            Set<String> services,
            String says,
            boolean ours) {

        /** The names of its samples. */
        Set<String> samples() {
            return switch (kind) {
                case "counter", "gauge" -> Set.of(name);
                case "timer" -> Set.of(name + "_count", name + "_sum", name + "_max");
                case "histogram" ->
                        Set.of(name + "_bucket", name + "_count", name + "_sum", name + "_max");
                default -> throw new IllegalStateException("what is a " + kind + "?");
            };
        }
    }

    static MetersCatalogue read() {
        try {
            JsonNode file =
                    new YAMLMapper().readTree(Path.of("..", "observability/metrics.yml").toFile());
            List<Entry> entries = new ArrayList<>();
            file.get("meters").forEach(one -> entries.add(entry(one, true)));
            file.get("libraries").forEach(one -> entries.add(entry(one, false)));
            return new MetersCatalogue(List.copyOf(entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The meters that a process of this service should expose. */
    List<Entry> of(String service) {
        return entries.stream().filter(entry -> entry.services().contains(service)).toList();
    }

    private static Entry entry(JsonNode node, boolean ours) {
        return new Entry(
                node.get("name").asText(),
                node.get("kind").asText(),
                node.get("unit").asText(),
                texts(node.get("tags")),
                services(node.get("services")),
                node.get("says").asText(),
                ours);
    }

    /** A list of names, or what the services have in common. */
    private static Set<String> services(JsonNode node) {
        return switch (node.asText()) {
            case "" -> texts(node);
            case "all" -> Set.copyOf(ServiceNames.all());
            case "behind-gateway" -> Set.copyOf(ServiceNames.behindGateway());
            case "with-database" -> Set.copyOf(ServiceNames.withDatabase());
            case "consumers" -> Set.copyOf(ServiceNames.consumers());
            default -> throw new IllegalStateException("which services are " + node + "?");
        };
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
