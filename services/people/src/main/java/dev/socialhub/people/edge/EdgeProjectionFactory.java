package dev.socialhub.people.edge;

import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.ops.projection.OwnerClient;
import dev.socialhub.ops.projection.Projection;
import dev.socialhub.ops.projection.RowComparison;
import dev.socialhub.ops.projection.TableProjection;
import dev.socialhub.ops.table.TableRepository;
import dev.socialhub.people.replica.RepairReplicas;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;

@Factory
final class EdgeProjectionFactory {

    /** The database rounds the times of events to the microsecond. */
    private static final Duration ROUNDING = Duration.ofMillis(1);

    /** The replica of the follow graph, compared with the users service. */
    @Singleton
    Projection<EdgeSnapshot> edges(
            @Value("${socialhub.people.users-urls}") List<URI> users,
            OwnerClient owner,
            ReplicatedKinds kinds,
            TableRepository tables,
            RepairReplicas repairReplicas) {
        return new TableProjection<>(
                "edges",
                owner.rows("users", users, "edges", EdgeSnapshot.class)
                        .only(edge -> kinds.contain(edge.kind())),
                EdgeTable.EDGES,
                tables,
                RowComparison.byVersion(EdgeSnapshot::version, EdgeProjectionFactory::isSame),
                repairReplicas.of(EdgeTable.REPLICA));
    }

    private static boolean isSame(EdgeSnapshot held, EdgeSnapshot owned) {
        Duration apart = Duration.between(held.changedAt(), owned.changedAt()).abs();
        return held.active() == owned.active() && apart.compareTo(ROUNDING) < 0;
    }
}
