package dev.socialhub.posts.graph;

import dev.socialhub.contracts.user.EdgeEvent;
import dev.socialhub.contracts.user.EdgeSnapshot;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** Keeps the copy of the graph current: of every edge the newest version that was heard of. */
@Singleton
public class CopyEdges {

    private final EdgeRepository edges;

    CopyEdges(EdgeRepository edges) {
        this.edges = edges;
    }

    /**
     * Takes in news of any number of edges, several of the same one among them, in one statement.
     * Deletions are to be held off until the transaction ends.
     */
    public void project(List<EdgeEvent> events) {
        take(events.stream().map(EdgeSnapshot::after).toList());
    }

    /** The same for edges as they stand now, as users pushes them. */
    void take(List<EdgeSnapshot> news) {
        TreeMap<String, EdgeSnapshot> newest = new TreeMap<>();
        for (EdgeSnapshot edge : news) {
            newest.merge(edge.key(), edge, CopyEdges::newer);
        }
        edges.put(List.copyOf(newest.values()));
    }

    /** Removes edges of somebody who is gone, at most this many; returns how many there were. */
    public int removeOf(UUID person, int most) {
        return edges.removeOf(person, most);
    }

    private static EdgeSnapshot newer(EdgeSnapshot one, EdgeSnapshot other) {
        return one.version() < other.version() ? other : one;
    }
}
