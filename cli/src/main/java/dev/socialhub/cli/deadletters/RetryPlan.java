package dev.socialhub.cli.deadletters;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.bus.EventView;
import dev.socialhub.cli.bus.StoredRecord;
import dev.socialhub.cli.terminal.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The dead letters of one topic that are to be retried.
 *
 * @param into the topic that they are written to
 * @param removed whether they are removed from the dead-letter topic afterwards
 * @param keys in the order of their first dead letters
 */
@JsonPropertyOrder({"topic", "group", "into", "letters", "removed", "keys"})
record RetryPlan(
        String topic, String group, String into, long letters, boolean removed, List<Key> keys) {
    RetryPlan {
        keys = List.copyOf(keys);
    }

    /**
     * All dead letters with one key.
     *
     * @param types of the events, in order, at most the first few
     */
    @JsonPropertyOrder({"key", "letters", "types"})
    record Key(String key, long letters, List<String> types) {
        private static final int MAX_TYPES = 5;

        Key {
            types = List.copyOf(types);
        }

        Key and(String type) {
            List<String> more = new ArrayList<>(types);
            if (types.size() < MAX_TYPES) {
                more.add(type);
            } else if (types.size() == MAX_TYPES) {
                more.add("…");
            }
            return new Key(key, letters + 1, more);
        }
    }

    /** Built from dead letters as they are read. */
    static final class Count {
        private final Map<String, Key> keys = new LinkedHashMap<>();
        private long letters;

        void add(StoredRecord deadLetter) {
            letters++;
            String key = Printable.line(deadLetter.keyText());
            String type =
                    EventView.of(deadLetter)
                            .map(EventView::type)
                            .filter(name -> !name.isEmpty())
                            .map(Printable::line)
                            .orElse("no event");
            keys.put(key, keys.getOrDefault(key, new Key(key, 0, List.of())).and(type));
        }

        RetryPlan result(DeadLetterTopic deadLetterTopic, boolean removed) {
            return new RetryPlan(
                    deadLetterTopic.topic(),
                    deadLetterTopic.group(),
                    deadLetterTopic.live().replayName(),
                    letters,
                    removed,
                    new ArrayList<>(keys.values()));
        }
    }
}
