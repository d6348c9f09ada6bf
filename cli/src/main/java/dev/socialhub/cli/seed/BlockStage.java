package dev.socialhub.cli.seed;

import dev.socialhub.cli.seed.rows.GeneratedRows;
import dev.socialhub.contracts.user.EdgeKind;

/** Blocks between users, at the users service. */
record BlockStage(GeneratedRows generated) implements SeedStage {

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
        return generated.blocks();
    }

    @Override
    public int batch() {
        return 2_000;
    }

    @Override
    public EdgeRows body(int from, int to) {
        return EdgeRows.of(EdgeKind.BLOCK, generated.blocks(from, to));
    }
}
