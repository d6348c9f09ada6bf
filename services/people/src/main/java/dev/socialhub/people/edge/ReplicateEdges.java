package dev.socialhub.people.edge;

import dev.socialhub.contracts.user.EdgeEvent;
import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.people.erasure.PersonalData;
import dev.socialhub.people.replica.ReplicaRepository;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Keeps the replica of the follow graph up to date: the newest received version of every edge. */
@Singleton
@Order(ReplicateEdges.AFTER_NAMES)
public class ReplicateEdges implements PersonalData {

    /** Operators read what the service itself stores first, and then users' names. */
    static final int AFTER_NAMES = 1_001;

    private static final int ERASED_AT_ONCE = 5_000;

    private final ReplicatedKinds kinds;
    private final ReplicaRepository replicas;
    private final UserEdgeRepository userEdges;

    ReplicateEdges(
            ReplicatedKinds kinds, ReplicaRepository replicas, UserEdgeRepository userEdges) {
        this.kinds = kinds;
        this.replicas = replicas;
        this.userEdges = userEdges;
    }

    /** Whether this service replicates edges of this kind. */
    public boolean replicates(EdgeKind kind) {
        return kinds.contain(kind);
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
        for (EdgeSnapshot edge : kinds.among(news)) {
            newest.merge(edge.key(), edge, ReplicateEdges::newer);
        }
        replicas.put(EdgeTable.REPLICA, List.copyOf(newest.values()));
    }

    @Override
    public int eraseSome(UUID userId) {
        return userEdges.remove(userId, ERASED_AT_ONCE);
    }

    @Override
    public Map<String, Long> count(UUID userId) {
        return Map.of("edges", userEdges.count(userId));
    }

    private static EdgeSnapshot newer(EdgeSnapshot one, EdgeSnapshot other) {
        return one.version() < other.version() ? other : one;
    }
}
