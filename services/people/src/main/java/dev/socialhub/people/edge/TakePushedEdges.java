package dev.socialhub.people.edge;

import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.people.tombstone.TombstoneRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/** Stores edges that the users service pushes. Their events have no effect when they arrive. */
@Singleton
class TakePushedEdges {

    private final TombstoneRepository tombstones;
    private final ReplicateEdges edges;

    TakePushedEdges(TombstoneRepository tombstones, ReplicateEdges edges) {
        this.tombstones = tombstones;
        this.edges = edges;
    }

    @Transactional
    void take(List<EdgeSnapshot> pushed) {
        tombstones.holdOffDeletions();
        edges.take(pushed);
    }
}
