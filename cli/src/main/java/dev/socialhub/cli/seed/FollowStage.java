package dev.socialhub.cli.seed;

import dev.socialhub.cli.seed.world.World;
import dev.socialhub.contracts.user.EdgeKind;

/** Follows between users, at the users service. */
record FollowStage(World world) implements SeedStage {

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
        return world.sizes().follows();
    }

    @Override
    public int batch() {
        return 2_000;
    }

    @Override
    public EdgeBatch body(int from, int to) {
        return EdgeBatch.of(EdgeKind.FOLLOW, world.follows(from, to));
    }
}
