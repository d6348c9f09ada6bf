package dev.socialhub.cli.status;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.platform.Component;
import org.jspecify.annotations.Nullable;

/**
 * The state of one process. The JSON of {@code status -o json}: fields may be added, none is
 * renamed.
 *
 * @param health the process's answer: {@code UP}, or the reason why it isn't; null when it isn't
 *     alive
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
public record ProcessStatus(
        String name,
        Component.Kind kind,
        State state,
        @Nullable Long pid,
        int port,
        String url,
        @Nullable Long memoryBytes,
        @Nullable Long uptimeSeconds,
        @Nullable String health) {

    /** The state of a process. */
    public enum State {
        /** Alive and answering. */
        running,
        /** Never started, or stopped by a command. */
        stopped,
        /** Started, and ended without being stopped. */
        dead,
        /** Alive, but not answering as it should. */
        unhealthy
    }
}
