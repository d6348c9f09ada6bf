package dev.socialhub.cli.events;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The document of {@code events show}.
 *
 * @param copies where else it is stored, as far as was searched
 */
@JsonPropertyOrder({"version", "record", "copies"})
record ShownEvent(int version, RecordView record, List<RecordPosition> copies) {
    private static final int VERSION = 1;

    ShownEvent {
        copies = List.copyOf(copies);
    }

    static ShownEvent of(RecordView record, List<RecordPosition> copies) {
        return new ShownEvent(VERSION, record, copies);
    }
}
