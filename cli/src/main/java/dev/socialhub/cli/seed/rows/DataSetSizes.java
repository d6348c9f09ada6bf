package dev.socialhub.cli.seed.rows;

/** The sizes of a data set. */
public record DataSetSizes(int users, int posts, int follows) {

    /** How many users have no data. */
    int empty() {
        return users < 5 ? 0 : Math.max(1, users / 50);
    }
}
