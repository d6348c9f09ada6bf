package dev.socialhub.users.graph;

import dev.socialhub.shared.problem.ProblemException;
import java.util.List;
import java.util.UUID;

/** Two different users; the first is the one that acts, or views. */
record Pair(UUID actor, UUID other) {

    /**
     * Creates the pair.
     *
     * @throws ProblemException 422 when both ids are the same
     */
    public Pair {
        if (actor.equals(other)) {
            throw ProblemException.invalid("user", "must be another user");
        }
    }

    List<UUID> both() {
        return List.of(actor, other);
    }
}
