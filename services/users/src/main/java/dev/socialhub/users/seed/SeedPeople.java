package dev.socialhub.users.seed;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.ops.seed.Seeded;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes made-up people and their edges: all of a batch or none, and nothing twice. */
@Singleton
class SeedPeople {

    private final SeededProfileRepository profiles;
    private final SeededEdgeRepository edges;

    SeedPeople(SeededProfileRepository profiles, SeededEdgeRepository edges) {
        this.profiles = profiles;
        this.edges = edges;
    }

    /** Makes the profiles that aren't there, but for people who are gone. */
    @Transactional
    Seeded profiles(List<SeededProfile> batch) {
        profiles.holdOffErasures();
        List<SeededProfile> kept = batch.stream().map(SeededProfile::normalised).toList();
        int added = profiles.add(kept);
        return new Seeded(added, added == kept.size() ? 0 : profiles.absent(kept));
    }

    /**
     * Makes the edges that aren't there. Left out are those of people without a profile, and a
     * follow across a block or a block across a follow.
     *
     * @throws ProblemException 422 for an edge to oneself
     */
    @Transactional
    Seeded edges(EdgeKind kind, List<SeededEdge> batch) {
        for (int row = 0; row < batch.size(); row++) {
            SeededEdge edge = batch.get(row);
            if (edge.fromId().equals(edge.toId())) {
                throw ProblemException.invalid("edges[" + row + "].toId", "must be somebody else");
            }
        }
        profiles.holdOffErasures();
        int added = edges.add(kind, batch);
        return new Seeded(added, added == batch.size() ? 0 : edges.absent(kind, batch));
    }
}
