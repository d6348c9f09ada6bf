package dev.socialhub.cli.topics;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.bus.Bus.FoundTopic;
import dev.socialhub.cli.terminal.Table;
import dev.socialhub.contracts.event.DeclaredTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code topics create} and {@code topics alter}.
 *
 * @param applied whether the changes were made
 */
@JsonPropertyOrder({"version", "topic", "applied", "changes"})
record TopicChange(int version, String topic, boolean applied, List<Change> changes) {
    private static final int VERSION = 1;
    private static final String PARTITIONS = "partitions";

    TopicChange {
        changes = List.copyOf(changes);
    }

    /**
     * One property that would change.
     *
     * @param now null when it doesn't exist, or isn't set
     */
    @JsonPropertyOrder({"what", "now", "then"})
    record Change(String what, @Nullable String now, String then) {}

    /** All that has to be done for a topic that doesn't exist yet. */
    static TopicChange creating(DeclaredTopic wanted) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(PARTITIONS, null, "" + wanted.partitions()));
        new TreeMap<>(wanted.settings())
                .forEach((name, value) -> changes.add(new Change(name, null, value)));
        return new TopicChange(VERSION, wanted.name(), false, changes);
    }

    /**
     * The changes to an existing topic.
     *
     * @param partitions null when any number is acceptable
     */
    static TopicChange of(
            FoundTopic found, @Nullable Integer partitions, Map<String, String> settings) {
        List<Change> changes = new ArrayList<>();
        if (partitions != null && partitions != found.partitions()) {
            changes.add(new Change(PARTITIONS, "" + found.partitions(), "" + partitions));
        }
        new TreeMap<>(settings)
                .forEach((name, value) -> {
                    String now = found.settings().get(name);
                    if (!value.equals(now)) {
                        changes.add(new Change(name, now, value));
                    }
                });
        return new TopicChange(VERSION, found.name(), false, changes);
    }

    TopicChange made() {
        return new TopicChange(version, topic, true, changes);
    }

    /** The wanted number of partitions, if it differs. */
    Optional<Integer> partitions() {
        return changes.stream()
                .filter(change -> change.what().equals(PARTITIONS))
                .map(change -> Integer.valueOf(change.then()))
                .findFirst();
    }

    /** The wanted settings that differ. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        changes.stream()
                .filter(change -> !change.what().equals(PARTITIONS))
                .forEach(change -> settings.put(change.what(), change.then()));
        return settings;
    }

    String table() {
        if (changes.isEmpty()) {
            return "";
        }
        Table table = new Table().text("TOPIC").text("WHAT").text("NOW").text("THEN");
        changes.forEach(one ->
                table.row(topic, one.what(), one.now() == null ? "-" : one.now(), one.then()));
        return table.render();
    }
}
