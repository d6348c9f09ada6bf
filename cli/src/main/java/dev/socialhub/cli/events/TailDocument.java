package dev.socialhub.cli.events;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** One line of {@code events tail -o json}. */
@JsonPropertyOrder({"version"})
record TailDocument(int version, @JsonUnwrapped RecordView record) {
    private static final int VERSION = 1;

    static TailDocument of(RecordView record) {
        return new TailDocument(VERSION, record);
    }
}
