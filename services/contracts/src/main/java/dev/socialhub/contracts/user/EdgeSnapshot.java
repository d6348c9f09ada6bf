package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * An edge as users holds it now, also one that was taken away: what copies are compared with and
 * made from.
 *
 * @param changedAt when it last came or went
 */
@Serdeable
public record EdgeSnapshot(
        EdgeKind kind, UUID fromId, UUID toId, boolean active, long version, Instant changedAt) {

    /** The edge as it stands after this event. */
    public static EdgeSnapshot after(EdgeEvent event) {
        return new EdgeSnapshot(
                event.kind(),
                event.fromId(),
                event.toId(),
                event.active(),
                event.version(),
                event.at());
    }

    /** Names the edge; edges are listed in the order of kind, from and to. */
    public String key() {
        return kind.wireName() + ":" + fromId + ":" + toId;
    }
}
