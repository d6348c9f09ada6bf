package dev.socialhub.users.graph;

import dev.socialhub.shared.problem.ProblemException;
import java.util.List;
import java.util.UUID;

/** Two different people, the first of whom acts, or looks. */
record Pair(UUID actor, UUID other) {

    /**
     * The two.
     *
     * @throws ProblemException 422 when they are one
     */
    public Pair {
        if (actor.equals(other)) {
            throw ProblemException.invalid("user", "must be somebody else");
        }
    }

    List<UUID> both() {
        return List.of(actor, other);
    }
}
