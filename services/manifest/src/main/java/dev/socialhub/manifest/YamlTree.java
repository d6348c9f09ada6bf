package dev.socialhub.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The mappings, lists and texts of a file, and no other types. The library's own binding of values
 * would cost a short command of the tool twice as much.
 */
final class YamlTree {
    private final Parser events;

    private YamlTree(String yaml) {
        this.events = new ParserImpl(new StreamReader(yaml), new LoaderOptions());
    }

    /**
     * @throws ManifestError if the text isn't YAML, or has a key twice
     */
    static @Nullable Object read(String yaml) {
        try {
            YamlTree tree = new YamlTree(yaml);
            tree.skip(Event.ID.StreamStart);
            return tree.skip(Event.ID.DocumentStart) ? tree.node() : null;
        } catch (YAMLException malformed) {
            throw new ManifestError("the file", String.valueOf(malformed.getMessage()));
        }
    }

    private boolean skip(Event.ID id) {
        boolean present = events.checkEvent(id);
        if (present) {
            events.getEvent();
        }
        return present;
    }

    private @Nullable Object node() {
        Event event = events.getEvent();
        return switch (event) {
            case ScalarEvent text ->
                    text.isPlain() && text.getValue().isEmpty() ? null : text.getValue();
            case MappingStartEvent _ -> mapping();
            case SequenceStartEvent _ -> list();
            default -> throw new ManifestError(line(event), "give a mapping, a list or a text");
        };
    }

    private Map<String, @Nullable Object> mapping() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        while (!skip(Event.ID.MappingEnd)) {
            Event next = events.peekEvent();
            String key = String.valueOf(node());
            if (values.containsKey(key)) {
                throw new ManifestError(line(next), "'%s' stands twice".formatted(key));
            }
            values.put(key, node());
        }
        return values;
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> values = new ArrayList<>();
        while (!skip(Event.ID.SequenceEnd)) {
            values.add(node());
        }
        return values;
    }

    private static String line(Event event) {
        return "line " + (event.getStartMark().getLine() + 1);
    }
}
