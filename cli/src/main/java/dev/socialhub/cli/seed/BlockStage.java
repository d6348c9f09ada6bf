package dev.socialhub.cli.seed;

import dev.socialhub.cli.seed.world.World;
import dev.socialhub.contracts.user.EdgeKind;

/** Blocks between users, at the users service. */
record BlockStage(World world) implements SeedStage {

    @Override
    public String name() {
        return "blocks";
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
        return world.blocks();
    }

    @Override
    public int batch() {
        return 2_000;
    }

    @Override
    public EdgeBatch body(int from, int to) {
        return EdgeBatch.of(EdgeKind.BLOCK, world.blocks(from, to));
    }
}
