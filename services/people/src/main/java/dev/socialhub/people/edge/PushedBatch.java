package dev.socialhub.people.edge;

import dev.socialhub.contracts.user.EdgeSnapshot;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** {@link dev.socialhub.contracts.user.PushedEdges} as received. */
@Serdeable.Deserializable
record PushedBatch(
        @NotNull(message = "is required")
                @Size(min = 1, max = 1_000, message = "must be 1 to 1000 edges")
                List<@Valid @NotNull(message = "can't be null") PushedEdge> edges) {

    /** The edges; call only after validation. */
    List<EdgeSnapshot> snapshots() {
        return edges.stream().map(PushedEdge::snapshot).toList();
    }
}
