package dev.socialhub.cli.seed;

import dev.socialhub.cli.seed.rows.GeneratedRows;
import java.util.List;

/**
 * One kind of rows: the service that receives them, and the form in which a part of them is sent. A
 * service that receives rows of a new kind needs only a stage here.
 */
interface SeedStage {

    /** All stages, each before those whose rows refer to its own. */
    static List<SeedStage> of(GeneratedRows generated) {
        return List.of(
                new AccountStage(generated),
                new ProfileStage(generated),
                new BlockStage(generated),
                new FollowStage(generated),
                new PostStage(generated));
    }

    /** The name of its rows. */
    String name();

    /** The service that owns them. */
    String service();

    /** The service's path for the rows, below {@code /internal/ops/seed/}. */
    String path();

    /** How many rows there are. */
    int rows();

    /** How many rows are sent together: well below a megabyte. */
    int batch();

    /** The rows from one number up to another, as the service expects them. */
    Object body(int from, int to);
}
