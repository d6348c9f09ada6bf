package dev.socialhub.cli.platform;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * How one process is. The JSON of {@code status -o json}: fields may be added, none is renamed.
 *
 * @param health what the process answered: {@code UP}, or why not; null when it isn't alive
 * @param uptimeSeconds since it was launched
 * @param memoryBytes PSS of the process and its children
 */
@JsonPropertyOrder({
    "name",
    "kind",
    "state",
    "pid",
    "port",
    "url",
    "memoryBytes",
    "uptimeSeconds",
    "health"
})
record ProcessStatus(
        String name,
        Component.Kind kind,
        State state,
        @Nullable Long pid,
        int port,
        String url,
        @Nullable Long memoryBytes,
        @Nullable Long uptimeSeconds,
        @Nullable String health) {

    /** What the operator has to know of a process first. */
    enum State {
        /** Alive and answering. */
        running,
        /** Never started, or stopped in order. */
        stopped,
        /** Started, and gone without being stopped. */
        dead,
        /** Alive, but not answering as it should. */
        unhealthy
    }
}
