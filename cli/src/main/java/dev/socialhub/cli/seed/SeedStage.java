package dev.socialhub.cli.seed;

import dev.socialhub.cli.seed.world.World;
import java.util.List;

/**
 * One kind of rows: who takes them, and how a part of them looks on the way there. A service that
 * takes rows of a new kind needs a stage here and nothing else.
 */
interface SeedStage {

    /** All of them, each before those whose rows name its own. */
    static List<SeedStage> of(World world) {
        return List.of(
                new AccountStage(world),
                new ProfileStage(world),
                new BlockStage(world),
                new FollowStage(world),
                new PostStage(world));
    }

    /** What its rows are called. */
    String name();

    /** The service that owns them. */
    String service();

    /** Where the service takes them, below {@code /internal/ops/seed/}. */
    String path();

    /** How many there are. */
    int rows();

    /** How many travel together: what stays well below a megabyte. */
    int batch();

    /** The rows from one number up to another, as the service expects them. */
    Object body(int from, int to);
}
