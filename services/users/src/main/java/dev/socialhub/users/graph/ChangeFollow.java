package dev.socialhub.users.graph;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.users.cache.ForgetPeople;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Follows and unfollows. Repeating a follow that already exists, or an unfollow without a follow,
 * has no effect and publishes no event.
 */
@Singleton
public class ChangeFollow {

    private final EdgeRepository edges;
    private final ChangeEdges changeEdges;
    private final ForgetPeople forgetPeople;
    private final FollowRule rule;

    ChangeFollow(
            EdgeRepository edges,
            ChangeEdges changeEdges,
            ForgetPeople forgetPeople,
            FollowRule rule) {
        this.edges = edges;
        this.changeEdges = changeEdges;
        this.forgetPeople = forgetPeople;
        this.rule = rule;
    }

    /**
     * Lets the caller follow or unfollow a user.
     *
     * @throws ProblemException 404 for a user that doesn't exist or is invisible to the caller, 422
     *     for the caller themselves, 409 for a user that the caller blocks, and beyond the limit
     */
    @Transactional
    public Relationship change(Caller caller, UUID otherId, EdgeChange edgeChange) {
        Pair pair = new Pair(caller.id(), otherId);
        PairState state = edges.lock(pair);
        PairEdges ties = state.ofVisible();
        boolean wanted = edgeChange.from(ties.following());
        if (wanted == ties.following()) {
            return ties.relationship();
        }
        if (wanted) {
            rule.require(state);
            changeEdges.make(EdgeKind.FOLLOW, pair, caller.username());
        } else {
            changeEdges.remove(EdgeKind.FOLLOW, pair.actor(), pair.other());
        }
        forgetPeople.afterCommit(pair.both());
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
        changeEdges.remove(EdgeKind.FOLLOW, pair.other(), pair.actor());
        forgetPeople.afterCommit(pair.both());
        return ties.followedBy(false).relationship();
    }
}
