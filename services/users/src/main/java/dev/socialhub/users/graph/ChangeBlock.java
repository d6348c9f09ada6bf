package dev.socialhub.users.graph;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.users.cache.ForgetPeople;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Blocks and unblocks. If one of two users blocks the other, neither follows the other; an unblock
 * doesn't restore their follows.
 */
@Singleton
public class ChangeBlock {

    private final EdgeRepository edges;
    private final ChangeEdges turning;
    private final ForgetPeople forgetting;

    ChangeBlock(EdgeRepository edges, ChangeEdges turning, ForgetPeople forgetting) {
        this.edges = edges;
        this.turning = turning;
        this.forgetting = forgetting;
    }

    /**
     * Lets the caller block or unblock a user. This includes a user that blocks the caller, and is
     * therefore invisible to them: otherwise only the first to block could keep the other away.
     *
     * @throws ProblemException 404 for a user that doesn't exist, 422 for the caller themselves
     */
    @Transactional
    public Relationship change(Caller caller, UUID otherId, EdgeChange wish) {
        Pair pair = new Pair(caller.id(), otherId);
        PairEdges ties = edges.lock(pair).ofExisting();
        boolean wanted = wish.from(ties.blocking());
        if (wanted == ties.blocking()) {
            return ties.relationship();
        }
        forgetting.afterCommit(pair.both());
        if (!wanted) {
            turning.takeAway(EdgeKind.BLOCK, pair.actor(), pair.other());
            return ties.blocking(false).relationship();
        }
        if (ties.following()) {
            turning.takeAway(EdgeKind.FOLLOW, pair.actor(), pair.other());
        }
        if (ties.followedBy()) {
            turning.takeAway(EdgeKind.FOLLOW, pair.other(), pair.actor());
        }
        turning.make(EdgeKind.BLOCK, pair, caller.username());
        return ties.following(false).followedBy(false).blocking(true).relationship();
    }
}
