package dev.socialhub.ops.projection;

import dev.socialhub.contracts.user.SnapshotPage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of a projection as their owner has them. */
@FunctionalInterface
public interface OwnedRows<R> {

    /**
     * The rows after a key, or from the first on.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 503 when the owner doesn't answer
     */
    SnapshotPage<R> page(@Nullable String after, int limit);

    /** Those that this service copies. */
    default OwnedRows<R> only(Predicate<R> copied) {
        return (after, limit) -> {
            SnapshotPage<R> page = page(after, limit);
            return new SnapshotPage<>(page.items().stream().filter(copied).toList(), page.next());
        };
    }
}
