package dev.socialhub.users.snapshot;

import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.contracts.user.ProfileSnapshot;
import dev.socialhub.contracts.user.SnapshotPage;
import dev.socialhub.shared.identity.Roles;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** For services that rebuild their replicas, or compare them. */
@Hidden
@Controller("/internal/snapshots")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Roles.INTERNAL)
class SnapshotController {

    private static final UUID FIRST = new UUID(0, 0);

    private final SnapshotRepository snapshots;

    SnapshotController(SnapshotRepository snapshots) {
        this.snapshots = snapshots;
    }

    /** Every edge that ever existed, with its last state, ordered by kind, from and to. */
    @Get("/edges")
    SnapshotPage<EdgeSnapshot> edges(@Valid @RequestBean SnapshotQuery query) {
        String after = query.after();
        EdgeSnapshotKey key =
                after == null || after.isEmpty()
                        ? EdgeSnapshotKey.FIRST
                        : EdgeSnapshotKey.of(after);
        return page(snapshots.edges(key, query.limit() + 1), query, EdgeSnapshot::key);
    }

    /** Every profile, ordered by its owner's id. */
    @Get("/profiles")
    SnapshotPage<ProfileSnapshot> profiles(@Valid @RequestBean SnapshotQuery query) {
        String after = query.after();
        UUID id = after == null || after.isEmpty() ? FIRST : EdgeSnapshotKey.id(after);
        return page(snapshots.profiles(id, query.limit() + 1), query, ProfileSnapshot::key);
    }

    /**
     * Makes a page of rows that were queried with one more than the limit, to see if there are
     * more.
     */
    private static <T> SnapshotPage<T> page(
            List<T> rows, SnapshotQuery query, Function<T, String> key) {
        boolean more = rows.size() > query.limit();
        List<T> shown = more ? rows.subList(0, query.limit()) : rows;
        return new SnapshotPage<>(shown, more ? key.apply(shown.getLast()) : null);
    }
}
