package dev.socialhub.ops.projection;

import dev.socialhub.contracts.user.SnapshotPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A copy that this service keeps, by event, of what another service owns. Implement it as a bean;
 * operators can then have it verified and rebuilt. Both sides list their rows in the order of their
 * keys, which is that of the keys' texts.
 *
 * @param <R> a row, the same for both sides
 */
public interface Projection<R> {

    /** What operators call it. */
    String name();

    /**
     * Makes sure that a text names a row.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 422 otherwise
     */
    void requireKey(String text);

    /**
     * The owner's rows after a key, or from the first on.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 503 when the owner doesn't answer
     */
    SnapshotPage<R> owned(@Nullable String after, int limit);

    /** The copy's rows after a key, or from the first on. */
    List<R> held(@Nullable String after, int limit);

    String keyOf(R row);

    /** The version, for operators to read. */
    String versionOf(R row);

    /**
     * Compares a row of the copy with its owner's, which was read later: so a newer version in the
     * copy can't be correct.
     *
     * @return {@link Verdict#BEHIND}, {@link Verdict#WRONG}, or null when they agree
     */
    @Nullable Verdict compare(R held, R owned);

    /** Whether a row of the copy is at least as new as the owner's was at some time. */
    boolean hasReached(R held, R due);

    /** Those of the differences that have no good reason. */
    List<ProjectionDifference<R>> withoutReason(List<ProjectionDifference<R>> differences);

    /**
     * Makes the copy's rows what their owner has, in one transaction, each only while it is as it
     * was found or older.
     *
     * @return how many were changed
     */
    int mend(List<ProjectionDifference<R>> differences);
}
