package dev.socialhub.users.seed;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.ops.seed.Seeded;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes generated users and their edges: a batch completely or not at all, and no row twice. */
@Singleton
class SeedPeople {

    private final SeededProfileRepository profiles;
    private final SeededEdgeRepository edges;

    SeedPeople(SeededProfileRepository profiles, SeededEdgeRepository edges) {
        this.profiles = profiles;
        this.edges = edges;
    }

    /** Creates the profiles that don't exist, except for deleted users. */
    @Transactional
    Seeded profiles(List<SeededProfile> batch) {
        profiles.holdOffErasures();
        List<SeededProfile> kept = batch.stream().map(SeededProfile::normalised).toList();
        int added = profiles.add(kept);
        return new Seeded(added, added == kept.size() ? 0 : profiles.absent(kept));
    }

    /**
     * Creates the edges that don't exist. Skipped are edges of users without a profile, a follow
     * where a block exists between the two users, and a block where a follow exists.
     *
     * @throws ProblemException 422 for an edge from a user to themselves
     */
    @Transactional
    Seeded edges(EdgeKind kind, List<SeededEdge> batch) {
        for (int row = 0; row < batch.size(); row++) {
            SeededEdge edge = batch.get(row);
            if (edge.fromId().equals(edge.toId())) {
                throw ProblemException.invalid("edges[" + row + "].toId", "must be another user");
            }
        }
        profiles.holdOffErasures();
        int added = edges.add(kind, batch);
        return new Seeded(added, added == batch.size() ? 0 : edges.absent(kind, batch));
    }
}
