package dev.socialhub.ops.projection;

import dev.socialhub.contracts.user.SnapshotPage;
import dev.socialhub.shared.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A copy that this service keeps, by event, of what another service owns. Operators can have each
 * bean of this type verified and rebuilt; {@link TableProjection} describes one of a table. Both
 * sides list their rows in the order of their keys, which is that of the keys' texts.
 *
 * @param <R> a row, the same for both sides
 */
public interface Projection<R> {

    /** What operators call it. */
    String name();

    /**
     * Makes sure that a text names a row.
     *
     * @throws ProblemException 422 otherwise
     */
    void requireKey(String text);

    /**
     * The owner's rows after a key, or from the first on.
     *
     * @throws ProblemException 503 when the owner doesn't answer
     */
    SnapshotPage<R> owned(@Nullable String after, int limit);

    /** The copy's rows after a key, or from the first on. */
    List<R> held(@Nullable String after, int limit);

    String keyOf(R row);

    RowComparison<R> comparison();

    ProjectionRepair<R> repair();
}
