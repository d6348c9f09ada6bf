package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * The present state of an edge in the users service, including removed edges. Replicas are compared
 * with it and rebuilt from it.
 *
 * @param changedAt when the edge was last created or removed
 */
@Serdeable
public record EdgeSnapshot(
        EdgeKind kind, UUID fromId, UUID toId, boolean active, long version, Instant changedAt) {

    /** The state of the edge after this event. */
    public static EdgeSnapshot after(EdgeEvent event) {
        return new EdgeSnapshot(
                event.kind(),
                event.fromId(),
                event.toId(),
                event.active(),
                event.version(),
                event.at());
    }

    /** Identifies the edge; edges are listed in the order of kind, from and to. */
    public String key() {
        return kind.wireName() + ":" + fromId + ":" + toId;
    }
}
