package dev.socialhub.people.edge;

import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.contracts.user.SnapshotPage;
import dev.socialhub.ops.projection.OwnerClient;
import dev.socialhub.ops.projection.Projection;
import dev.socialhub.ops.projection.ProjectionDifference;
import dev.socialhub.ops.projection.Verdict;
import dev.socialhub.people.tombstone.TombstoneRepository;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The replica of the follow graph, compared with the users service. */
@Singleton
class EdgeProjection implements Projection<EdgeSnapshot> {

    /** The database rounds the times of events to the microsecond. */
    private static final Duration ROUNDING = Duration.ofMillis(1);

    private final List<URI> users;
    private final OwnerClient owner;
    private final ReplicatedKinds kinds;
    private final EdgeReplicaRepository edges;
    private final TombstoneRepository tombstones;

    EdgeProjection(
            @Value("${socialhub.people.users-urls}") List<URI> users,
            OwnerClient owner,
            ReplicatedKinds kinds,
            EdgeReplicaRepository edges,
            TombstoneRepository tombstones) {
        this.users = users;
        this.owner = owner;
        this.kinds = kinds;
        this.edges = edges;
        this.tombstones = tombstones;
    }

    @Override
    public String name() {
        return "edges";
    }

    @Override
    public void requireKey(String text) {
        if (EdgeKey.of(text).isEmpty()) {
            throw ProblemException.invalid("after", "must be <block|follow>:<uuid>:<uuid>");
        }
    }

    @Override
    public SnapshotPage<EdgeSnapshot> owned(@Nullable String after, int limit) {
        SnapshotPage<EdgeSnapshot> page =
                owner.page("users", users, "edges", EdgeSnapshot.class, after, limit);
        return new SnapshotPage<>(kinds.among(page.items()), page.next());
    }

    @Override
    public List<EdgeSnapshot> held(@Nullable String after, int limit) {
        return edges.list(after == null ? null : EdgeKey.of(after).orElseThrow(), limit);
    }

    @Override
    public String keyOf(EdgeSnapshot row) {
        return row.key();
    }

    @Override
    public String versionOf(EdgeSnapshot row) {
        return Long.toString(row.version());
    }

    @Override
    public @Nullable Verdict compare(EdgeSnapshot held, EdgeSnapshot owned) {
        if (held.version() < owned.version()) {
            return Verdict.BEHIND;
        }
        boolean same =
                held.version() == owned.version()
                        && held.active() == owned.active()
                        && Duration.between(held.changedAt(), owned.changedAt())
                                        .abs()
                                        .compareTo(ROUNDING)
                                < 0;
        return same ? null : Verdict.WRONG;
    }

    @Override
    public boolean hasReached(EdgeSnapshot held, EdgeSnapshot due) {
        return held.version() >= due.version();
    }

    /**
     * Edges of deleted users are not reported as missing, even if the users service still has them.
     */
    @Override
    public List<ProjectionDifference<EdgeSnapshot>> withoutReason(
            List<ProjectionDifference<EdgeSnapshot>> differences) {
        Set<UUID> userIds = new HashSet<>();
        for (EdgeSnapshot edge : owned(differences, Verdict.MISSING)) {
            userIds.add(edge.fromId());
            userIds.add(edge.toId());
        }
        Set<UUID> deleted = userIds.isEmpty() ? Set.of() : new HashSet<>(tombstones.among(userIds));
        return differences.stream()
                .filter(one -> one.held() != null || !isOfAny(deleted, one.owned()))
                .toList();
    }

    @Override
    @Transactional
    public int mend(List<ProjectionDifference<EdgeSnapshot>> differences) {
        tombstones.holdOffDeletions();
        return edges.put(owned(differences, Verdict.MISSING, Verdict.BEHIND))
                + edges.replace(held(differences, Verdict.WRONG), owned(differences, Verdict.WRONG))
                + edges.remove(held(differences, Verdict.SURPLUS));
    }

    private static boolean isOfAny(Set<UUID> userIds, @Nullable EdgeSnapshot edge) {
        return edge != null && (userIds.contains(edge.fromId()) || userIds.contains(edge.toId()));
    }

    private static List<EdgeSnapshot> held(
            List<ProjectionDifference<EdgeSnapshot>> differences, Verdict verdict) {
        return of(differences, verdict)
                .map(ProjectionDifference::held)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<EdgeSnapshot> owned(
            List<ProjectionDifference<EdgeSnapshot>> differences, Verdict... verdicts) {
        return of(differences, verdicts)
                .map(ProjectionDifference::owned)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stream<ProjectionDifference<EdgeSnapshot>> of(
            List<ProjectionDifference<EdgeSnapshot>> differences, Verdict... verdicts) {
        Set<Verdict> wanted = Set.of(verdicts);
        return differences.stream().filter(one -> wanted.contains(one.verdict()));
    }
}
