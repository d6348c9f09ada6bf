package dev.socialhub.chat.access;

import dev.socialhub.people.name.FindUser;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The rule for direct conversations: two users may write to each other while each of them follows
 * the other, and never across a block. To a blocked user the other one doesn't exist.
 */
@Singleton
public class MayConverse {

    private final PairEdgeRepository edges;
    private final FindUser findUser;

    MayConverse(PairEdgeRepository edges, FindUser findUser) {
        this.edges = edges;
        this.findUser = findUser;
    }

    /**
     * Passes if the first user may write to the second one.
     *
     * @param unknown the 404 for a user that doesn't exist, or seems not to
     * @throws ProblemException that one, or 403 when they don't follow each other
     */
    public void check(UUID userId, UUID other, Supplier<ProblemException> unknown) {
        EdgesBetween pair = edges.between(userId, other);
        if (pair.isBlocked()) {
            throw unknown.get();
        }
        if (!pair.mayConverse()) {
            // A user that does not exist is answered 404, also here.
            var _ = findUser.named(other.toString());
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "You can write to users that you follow mutually.");
        }
    }

    /** Whether one of the two blocks the other. */
    public boolean isBlocked(UUID userId, UUID other) {
        return edges.between(userId, other).isBlocked();
    }

    /** Those of these users that neither block this one nor are blocked by this one. */
    public Set<UUID> withoutBlocked(UUID userId, Collection<UUID> others) {
        Set<UUID> rest = new HashSet<>(others);
        if (!rest.isEmpty()) {
            rest.removeAll(edges.blocked(userId, others));
        }
        return rest;
    }
}
