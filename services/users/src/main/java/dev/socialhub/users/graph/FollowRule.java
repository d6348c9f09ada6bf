package dev.socialhub.users.graph;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/**
 * Which follows are allowed: a user follows others that exist and are visible to them, none that
 * they block, and no more than the limit.
 */
@Singleton
final class FollowRule {

    static final ProblemType BLOCKING =
            new ProblemType("person-blocked", "You block this user", 409);
    static final ProblemType LIMIT =
            new ProblemType("follow-limit-reached", "You follow the maximum number of users", 409);

    private final long limit;

    FollowRule(@Value("${users.follow-limit}") long limit) {
        this.limit = limit;
    }

    /**
     * Refuses a follow that isn't allowed.
     *
     * @throws ProblemException 401 when the acting user is deleted, 404 when the other has no
     *     profile or is invisible, 409 when the acting user blocks the other or is at the limit
     */
    void require(PairState state) {
        if (state.ofVisible().blocking()) {
            throw new ProblemException(BLOCKING, "Unblock this user before you follow them.");
        }
        if (state.actorFollows() >= limit) {
            throw new ProblemException(
                    LIMIT, "You may follow " + limit + " users. Unfollow a user first.");
        }
    }
}
