package dev.socialhub.users.graph;

import dev.socialhub.people.account.ResolveUser;
import dev.socialhub.shared.problem.ProblemException;

/**
 * The state that a change between two users depends on.
 *
 * @param actorKnown whether the acting user has a profile
 * @param otherKnown whether the other user has one
 * @param actorFollows how many users the acting user follows
 */
record PairState(boolean actorKnown, boolean otherKnown, long actorFollows, PairEdges ties) {

    /**
     * The edges between them, if both exist.
     *
     * @throws ProblemException 401 when the acting user is deleted, 404 when the other has no
     *     profile
     */
    PairEdges ofExisting() {
        if (!actorKnown) {
            throw ResolveUser.deletedCaller();
        }
        if (!otherKnown) {
            throw ResolveUser.unknownUser();
        }
        return ties;
    }

    /**
     * The edges between them, if the other is visible to the acting user.
     *
     * @throws ProblemException 401 when the acting user is deleted, 404 when the other has no
     *     profile or is invisible
     */
    PairEdges ofVisible() {
        PairEdges existing = ofExisting();
        if (existing.blockedBy()) {
            throw ResolveUser.unknownUser();
        }
        return existing;
    }
}
