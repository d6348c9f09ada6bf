package dev.socialhub.people.replica;

import dev.socialhub.ops.projection.ProjectionDifference;
import dev.socialhub.ops.projection.ProjectionRepair;
import dev.socialhub.ops.projection.Verdict;
import dev.socialhub.people.tombstone.TombstoneRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes replicas equal to what their owners have. */
@Singleton
public class RepairReplicas {

    private final TombstoneRepository tombstones;
    private final ReplicaRepository replicas;

    RepairReplicas(TombstoneRepository tombstones, ReplicaRepository replicas) {
        this.tombstones = tombstones;
        this.replicas = replicas;
    }

    /** The repair of a replica of which no difference but those of deleted users has a reason. */
    public <R> ProjectionRepair<R> of(ReplicaTable<R> replica) {
        return new ProjectionRepair<>() {
            @Override
            public List<ProjectionDifference<R>> withoutReason(
                    List<ProjectionDifference<R>> differences) {
                return withoutDeleted(replica, differences);
            }

            @Override
            public int mend(List<ProjectionDifference<R>> differences) {
                return RepairReplicas.this.mend(replica, differences);
            }
        };
    }

    /** Rows of deleted users are not reported as missing, even if their owner still has them. */
    public <R> List<ProjectionDifference<R>> withoutDeleted(
            ReplicaTable<R> replica, List<ProjectionDifference<R>> differences) {
        Set<UUID> userIds = new HashSet<>();
        owned(differences, Set.of(Verdict.MISSING))
                .forEach(row -> userIds.addAll(replica.userIds(row)));
        Set<UUID> deleted = userIds.isEmpty() ? Set.of() : Set.copyOf(tombstones.among(userIds));
        return differences.stream()
                .filter(one -> {
                    R owned = one.owned();
                    return one.held() != null
                            || owned == null
                            || replica.userIds(owned).stream().noneMatch(deleted::contains);
                })
                .toList();
    }

    /** Adds, replaces and removes rows; returns how many. */
    @Transactional
    public <R> int mend(ReplicaTable<R> replica, List<ProjectionDifference<R>> differences) {
        tombstones.holdOffDeletions();
        Set<Verdict> put = EnumSet.of(Verdict.MISSING);
        Set<Verdict> replaced = EnumSet.of(Verdict.WRONG);
        (replica.version() == null ? replaced : put).add(Verdict.BEHIND);
        Set<Verdict> removed = EnumSet.of(Verdict.SURPLUS);
        return replicas.put(replica, owned(differences, put))
                + replicas.replace(
                        replica, held(differences, replaced), owned(differences, replaced))
                + replicas.remove(replica, held(differences, removed));
    }

    private static <R> List<R> held(
            List<ProjectionDifference<R>> differences, Set<Verdict> verdicts) {
        return rows(differences, verdicts, ProjectionDifference::held);
    }

    private static <R> List<R> owned(
            List<ProjectionDifference<R>> differences, Set<Verdict> verdicts) {
        return rows(differences, verdicts, ProjectionDifference::owned);
    }

    private static <R> List<R> rows(
            List<ProjectionDifference<R>> differences,
            Set<Verdict> verdicts,
            Function<ProjectionDifference<R>, @Nullable R> side) {
        return differences.stream()
                .filter(one -> verdicts.contains(one.verdict()))
                .map(side)
                .filter(Objects::nonNull)
                .toList();
    }
}
