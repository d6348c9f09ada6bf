package dev.socialhub.loadtest.format;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;

/** A line on the generator's standard output while it works: one JSON document. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ProgressMessage.Preparing.class, name = "preparing"),
    @JsonSubTypes.Type(value = ProgressMessage.PhaseBegun.class, name = "phase"),
    @JsonSubTypes.Type(value = ProgressMessage.PhaseProgress.class, name = "progress")
})
public sealed interface ProgressMessage {
    /** The generator creates what the load needs, or runs probes. */
    @JsonPropertyOrder({"done", "of", "what"})
    record Preparing(long done, long of, String what) implements ProgressMessage {
        public Preparing {
            Objects.requireNonNull(what, "the message doesn't name what is prepared");
        }
    }

    /**
     * A phase begins.
     *
     * @param at as ISO-8601
     */
    @JsonPropertyOrder({"phase", "at"})
    record PhaseBegun(Phase phase, String at) implements ProgressMessage {
        public PhaseBegun {
            Objects.requireNonNull(phase, "the message names no phase");
        }
    }

    /**
     * What happened in a phase so far.
     *
     * @param second since the phase began
     */
    @JsonPropertyOrder({"phase", "second", "started", "succeeded", "failed"})
    record PhaseProgress(Phase phase, long second, long started, long succeeded, long failed)
            implements ProgressMessage {
        public PhaseProgress {
            Objects.requireNonNull(phase, "the message names no phase");
        }
    }
}
