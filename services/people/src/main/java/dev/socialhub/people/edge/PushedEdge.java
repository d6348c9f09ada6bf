package dev.socialhub.people.edge;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.contracts.user.EdgeSnapshot;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.UUID;

/** An {@link EdgeSnapshot} as received. */
@Serdeable.Deserializable
record PushedEdge(
        @NotNull(message = "is required") EdgeKind kind,
        @NotNull(message = "is required") UUID fromId,
        @NotNull(message = "is required") UUID toId,
        boolean active,
        @Positive long version,
        @NotNull(message = "is required") Instant changedAt) {

    /** The edge; call only after validation. */
    EdgeSnapshot snapshot() {
        return new EdgeSnapshot(kind, fromId, toId, active, version, changedAt);
    }
}
