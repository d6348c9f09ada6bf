package dev.socialhub.users.graph;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import dev.socialhub.users.cache.ForgetPeople;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Follows and unfollows. Repeating a follow that already exists, or an unfollow without a follow,
 * has no effect and publishes no event.
 */
@Singleton
public class ChangeFollow {

    private static final ProblemType BLOCKING =
            new ProblemType("person-blocked", "You block this person", 409);
    private static final ProblemType LIMIT =
            new ProblemType("follow-limit-reached", "You follow as many people as you may", 409);

    private final EdgeRepository edges;
    private final ChangeEdges turning;
    private final ForgetPeople forgetting;
    private final long limit;

    ChangeFollow(
            EdgeRepository edges,
            ChangeEdges turning,
            ForgetPeople forgetting,
            @Value("${users.follow-limit}") long limit) {
        this.edges = edges;
        this.turning = turning;
        this.forgetting = forgetting;
        this.limit = limit;
    }

    /**
     * Lets the caller follow or unfollow a user.
     *
     * @throws ProblemException 404 for a user that doesn't exist or is invisible to the caller, 422
     *     for the caller themselves, 409 for a user that the caller blocks, and beyond the limit
     */
    @Transactional
    public Relationship change(Caller caller, UUID otherId, EdgeChange wish) {
        Pair pair = new Pair(caller.id(), otherId);
        PairState state = edges.lock(pair);
        PairEdges ties = state.ofVisible();
        boolean wanted = wish.from(ties.following());
        if (wanted == ties.following()) {
            return ties.relationship();
        }
        if (wanted) {
            refuseBeyondBounds(state);
            turning.make(EdgeKind.FOLLOW, pair, caller.username());
        } else {
            turning.takeAway(EdgeKind.FOLLOW, pair.actor(), pair.other());
        }
        forgetting.afterCommit(pair.both());
        return ties.following(wanted).relationship();
    }

    /**
     * Removes a follower of the caller.
     *
     * @throws ProblemException 404 for a user that doesn't exist or is invisible to the caller, 422
     *     for the caller themselves
     */
    @Transactional
    public Relationship removeFollower(Caller caller, UUID followerId) {
        Pair pair = new Pair(caller.id(), followerId);
        PairEdges ties = edges.lock(pair).ofVisible();
        if (!ties.followedBy()) {
            return ties.relationship();
        }
        turning.takeAway(EdgeKind.FOLLOW, pair.other(), pair.actor());
        forgetting.afterCommit(pair.both());
        return ties.followedBy(false).relationship();
    }

    private void refuseBeyondBounds(PairState state) {
        if (state.ties().blocking()) {
            throw new ProblemException(BLOCKING, "Unblock this person before you follow them.");
        }
        if (state.actorFollows() >= limit) {
            throw new ProblemException(
                    LIMIT, "You may follow " + limit + " people. Unfollow somebody first.");
        }
    }
}
