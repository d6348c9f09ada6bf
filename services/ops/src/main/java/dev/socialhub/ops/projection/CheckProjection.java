package dev.socialhub.ops.projection;

import dev.socialhub.ops.OpsEndpoint;
import dev.socialhub.ops.page.OpsPageQuery;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.util.StringUtils;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Verifies and rebuilds projections, a page at a time. Both sides keep changing meanwhile; the
 * outcome is correct nonetheless because the copy is read before its owner.
 */
@Singleton
@Requires(property = OpsEndpoint.ENABLED, value = StringUtils.TRUE)
final class CheckProjection {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int ROUNDS = 5;

    private final Duration waitLimit;

    CheckProjection(@Value("${socialhub.ops.projection-wait:5s}") Duration waitLimit) {
        this.waitLimit = waitLimit;
    }

    /** Reports the differences that don't go away by themselves within a few seconds. */
    <R> ProjectionReport verify(Projection<R> projection, OpsPageQuery query)
            throws InterruptedException {
        ComparedPage<R> page = new ComparedPage<>(projection, query.after(), query.limit());
        List<ProjectionDifference<R>> found = page.look();
        Map<String, R> expected = new HashMap<>();
        long deadline = System.nanoTime() + waitLimit.toNanos();
        Duration pause = FIRST_PAUSE;
        while (found.stream().anyMatch(one -> one.verdict().mayPass())
                && System.nanoTime() - deadline < 0) {
            for (ProjectionDifference<R> one : found) {
                if (one.owned() != null) {
                    expected.putIfAbsent(one.key(), one.owned());
                }
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2);
            found =
                    page.look().stream()
                            .filter(one -> !keepsUp(projection, one, expected))
                            .toList();
        }
        return ProjectionReport.of(page, found, query.examples(), null);
    }

    /**
     * Reports all differences, including those whose events are under way, and corrects the copy. A
     * row that had a wrong version, or should not exist, may have made the copy ignore a valid
     * event, so it is compared again once that can't happen any more.
     */
    <R> ProjectionReport rebuild(Projection<R> projection, OpsPageQuery query) {
        ComparedPage<R> page = new ComparedPage<>(projection, query.after(), query.limit());
        List<ProjectionDifference<R>> found = page.look();
        List<ProjectionDifference<R>> open = found;
        int mended = 0;
        for (int round = 1; !open.isEmpty() && round <= ROUNDS; round++) {
            int changed = projection.repair().mend(open);
            mended += changed;
            boolean settled =
                    changed == open.size()
                            && open.stream().allMatch(one -> isSettledByWriting(one.verdict()));
            open = settled ? List.of() : page.look();
        }
        return ProjectionReport.of(page, found, query.examples(), mended);
    }

    /**
     * A row that changes all the time never has the owner's latest version, and yet is not late.
     */
    private static <R> boolean keepsUp(
            Projection<R> projection, ProjectionDifference<R> one, Map<String, R> expected) {
        R held = one.held();
        R before = expected.get(one.key());
        return one.verdict() == Verdict.BEHIND
                && held != null
                && before != null
                && projection.comparison().hasReached(held, before);
    }

    private static boolean isSettledByWriting(Verdict verdict) {
        return switch (verdict) {
            case MISSING, BEHIND -> true;
            case WRONG, SURPLUS -> false;
        };
    }
}
