package dev.socialhub.users.graph;

import dev.socialhub.accounts.ResolvePerson;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;

/**
 * What a change between two people has to know.
 *
 * @param actorKnown whether the one who acts has a profile
 * @param otherKnown whether the other has one
 * @param actorFollows how many people the one who acts follows
 */
record PairState(boolean actorKnown, boolean otherKnown, long actorFollows, Ties ties) {

    /**
     * What stands between them, if both exist.
     *
     * @throws ProblemException 401 when the one who acts is gone, 404 when the other is
     */
    Ties ofExisting() {
        if (!actorKnown) {
            throw deletedAccount();
        }
        if (!otherKnown) {
            throw ResolvePerson.nobody();
        }
        return ties;
    }

    /**
     * What stands between them, if the one who acts can see the other.
     *
     * @throws ProblemException 401 when the one who acts is gone, 404 when the other can't be seen
     */
    Ties ofVisible() {
        Ties existing = ofExisting();
        if (existing.blockedBy()) {
            throw ResolvePerson.nobody();
        }
        return existing;
    }

    private static ProblemException deletedAccount() {
        return new ProblemException(ProblemType.UNAUTHORIZED, "This account was deleted.");
    }
}
