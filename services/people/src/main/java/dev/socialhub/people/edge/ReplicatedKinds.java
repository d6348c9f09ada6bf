package dev.socialhub.people.edge;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.contracts.user.EdgeSnapshot;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** The kinds of edges that this service replicates. */
@Singleton
final class ReplicatedKinds {

    private final Set<EdgeKind> kinds;

    ReplicatedKinds(@Property(name = "socialhub.people.edges") List<EdgeKind> kinds) {
        this.kinds = Set.copyOf(kinds);
    }

    boolean contain(EdgeKind kind) {
        return kinds.contains(kind);
    }

    /** Those of the edges that are of such a kind. */
    List<EdgeSnapshot> among(List<EdgeSnapshot> edges) {
        return edges.stream().filter(edge -> contain(edge.kind())).toList();
    }
}
