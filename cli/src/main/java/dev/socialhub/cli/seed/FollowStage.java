package dev.socialhub.cli.seed;

import dev.socialhub.cli.seed.rows.GeneratedRows;
import dev.socialhub.contracts.user.EdgeKind;

/** Follows between users, at the users service. */
record FollowStage(GeneratedRows generated) implements SeedStage {

    @Override
    public String name() {
        return "follows";
    }

    @Override
    public String service() {
        return "users";
    }

    @Override
    public String path() {
        return "edges";
    }

    @Override
    public int rows() {
        return generated.sizes().follows();
    }

    @Override
    public int batch() {
        return 2_000;
    }

    @Override
    public EdgeRows body(int from, int to) {
        return EdgeRows.of(EdgeKind.FOLLOW, generated.follows(from, to));
    }
}
