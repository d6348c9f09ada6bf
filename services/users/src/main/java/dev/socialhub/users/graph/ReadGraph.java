package dev.socialhub.users.graph;

import dev.socialhub.accounts.ResolvePerson;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Tells what people are to each other. */
@Singleton
public class ReadGraph {

    private final EdgeRepository edges;

    ReadGraph(EdgeRepository edges) {
        this.edges = edges;
    }

    /**
     * What a viewer and somebody whom they look at are to each other.
     *
     * @throws ProblemException 404 when the viewer can't see the other
     */
    public Relationship seen(UUID viewerId, UUID otherId) {
        if (viewerId.equals(otherId)) {
            return Relationship.NONE;
        }
        Ties ties = edges.ties(new Pair(viewerId, otherId));
        if (ties.blockedBy()) {
            throw ResolvePerson.nobody();
        }
        return ties.relationship();
    }

    /** What a viewer and each of these people are to each other, where there is anything. */
    public Map<UUID, Relationship> withEach(UUID viewerId, Collection<UUID> others) {
        return edges.relationships(viewerId, others);
    }
}
