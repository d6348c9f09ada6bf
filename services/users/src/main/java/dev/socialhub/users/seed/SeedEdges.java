package dev.socialhub.users.seed;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.ops.seed.SeedRepository;
import dev.socialhub.ops.seed.Seeded;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes edges between generated users. */
@Singleton
class SeedEdges {

    private final SeedRepository seeds;

    SeedEdges(SeedRepository seeds) {
        this.seeds = seeds;
    }

    /**
     * Creates the edges that don't exist. Skipped are edges of users without a profile, a follow
     * where a block exists between the two users, and a block where a follow exists.
     *
     * @throws ProblemException 422 for an edge from a user to themselves
     */
    Seeded add(EdgeKind kind, List<SeededEdge> batch) {
        for (int row = 0; row < batch.size(); row++) {
            SeededEdge edge = batch.get(row);
            if (edge.fromId().equals(edge.toId())) {
                throw ProblemException.invalid("edges[" + row + "].toId", "must be another user");
            }
        }
        return seeds.add(SeededEdge.table(kind), batch);
    }
}
