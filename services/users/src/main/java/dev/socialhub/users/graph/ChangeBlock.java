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
    private final ChangeEdges changeEdges;
    private final ForgetPeople forgetPeople;

    ChangeBlock(EdgeRepository edges, ChangeEdges changeEdges, ForgetPeople forgetPeople) {
        this.edges = edges;
        this.changeEdges = changeEdges;
        this.forgetPeople = forgetPeople;
    }

    /**
     * Lets the caller block or unblock a user. This includes a user that blocks the caller, and is
     * therefore invisible to them: otherwise only the first to block could keep the other away.
     *
     * @throws ProblemException 404 for a user that doesn't exist, 422 for the caller themselves
     */
    @Transactional
    public Relationship change(Caller caller, UUID otherId, EdgeChange edgeChange) {
        Pair pair = new Pair(caller.id(), otherId);
        PairEdges ties = edges.lock(pair).ofExisting();
        boolean wanted = edgeChange.from(ties.blocking());
        if (wanted == ties.blocking()) {
            return ties.relationship();
        }
        forgetPeople.afterCommit(pair.both());
        if (!wanted) {
            changeEdges.remove(EdgeKind.BLOCK, pair.actor(), pair.other());
            return ties.blocking(false).relationship();
        }
        if (ties.following()) {
            changeEdges.remove(EdgeKind.FOLLOW, pair.actor(), pair.other());
        }
        if (ties.followedBy()) {
            changeEdges.remove(EdgeKind.FOLLOW, pair.other(), pair.actor());
        }
        changeEdges.make(EdgeKind.BLOCK, pair, caller.username());
        return ties.following(false).followedBy(false).blocking(true).relationship();
    }
}
