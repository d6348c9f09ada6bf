package dev.socialhub.users.graph;

import dev.socialhub.people.account.ResolveUser;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Reads the relationships between users. */
@Singleton
public class ReadRelationships {

    private final EdgeRepository edges;

    ReadRelationships(EdgeRepository edges) {
        this.edges = edges;
    }

    /**
     * The relationship between a viewer and a user that they view.
     *
     * @throws ProblemException 404 when the user is invisible to the viewer
     */
    public Relationship seen(UUID viewerId, UUID otherId) {
        if (viewerId.equals(otherId)) {
            return Relationship.NONE;
        }
        PairEdges ties = edges.ties(new Pair(viewerId, otherId));
        if (ties.blockedBy()) {
            throw ResolveUser.unknownUser();
        }
        return ties.relationship();
    }

    /** The relationship between a viewer and each of these users, where there is one. */
    public Map<UUID, Relationship> withEach(UUID viewerId, Collection<UUID> others) {
        return edges.relationships(viewerId, others);
    }
}
