package dev.socialhub.posts.graph;

import dev.socialhub.contracts.user.EdgeEvent;
import dev.socialhub.contracts.user.EdgeSnapshot;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** Keeps the replica of the follow graph up to date: the newest received version of every edge. */
@Singleton
public class ReplicateEdges {

    private final EdgeRepository edges;

    ReplicateEdges(EdgeRepository edges) {
        this.edges = edges;
    }

    /**
     * Applies the events of any number of edges, including several of the same edge, in one
     * statement. The caller must hold off deletions until the transaction ends.
     */
    public void project(List<EdgeEvent> events) {
        take(events.stream().map(EdgeSnapshot::after).toList());
    }

    /** Does the same for current edges, as the users service pushes them. */
    void take(List<EdgeSnapshot> news) {
        TreeMap<String, EdgeSnapshot> newest = new TreeMap<>();
        for (EdgeSnapshot edge : news) {
            newest.merge(edge.key(), edge, ReplicateEdges::newer);
        }
        edges.put(List.copyOf(newest.values()));
    }

    /** Removes edges of a deleted user, at most this many; returns how many were removed. */
    public int removeOf(UUID userId, int most) {
        return edges.removeOf(userId, most);
    }

    private static EdgeSnapshot newer(EdgeSnapshot one, EdgeSnapshot other) {
        return one.version() < other.version() ? other : one;
    }
}
