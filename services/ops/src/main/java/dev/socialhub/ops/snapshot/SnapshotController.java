package dev.socialhub.ops.snapshot;

import dev.socialhub.contracts.user.SnapshotPage;
import dev.socialhub.ops.table.TableRepository;
import dev.socialhub.shared.identity.Roles;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import java.util.List;

/** For services that rebuild their replicas, or compare them. */
@Hidden
@Controller("/internal/snapshots")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Roles.INTERNAL)
@Requires(beans = Snapshot.class)
class SnapshotController {

    private final List<Snapshot<?>> snapshots;
    private final TableRepository tables;

    SnapshotController(List<Snapshot<?>> snapshots, TableRepository tables) {
        this.snapshots = snapshots;
        this.tables = tables;
    }

    /** The rows after a key, in the order of keys. */
    @Get("/{name}")
    SnapshotPage<?> page(@PathVariable String name, @Valid @RequestBean SnapshotQuery query) {
        return snapshots.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(one -> page(one, query))
                .orElseThrow(() -> ProblemException.notFound("There is no such snapshot."));
    }

    /** Reads one row more than the limit, to see whether there are more. */
    private <R> SnapshotPage<R> page(Snapshot<R> snapshot, SnapshotQuery query) {
        String after = query.after();
        String start = after == null || after.isEmpty() ? null : after;
        List<R> rows = tables.page(snapshot.table(), start, query.limit() + 1);
        boolean more = rows.size() > query.limit();
        List<R> shown = more ? rows.subList(0, query.limit()) : rows;
        return new SnapshotPage<>(shown, more ? snapshot.table().keyOf(shown.getLast()) : null);
    }
}
