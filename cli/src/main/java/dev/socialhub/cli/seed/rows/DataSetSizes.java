package dev.socialhub.cli.seed.rows;

/** The sizes of a data set. */
public record DataSetSizes(int users, int posts, int follows) {

    /** How many likes the posts have. */
    public int likes() {
        return posts * 2;
    }

    /** How many comments the posts have. */
    public int comments() {
        return posts / 2;
    }

    /** How many users have no data. */
    int empty() {
        return users < 5 ? 0 : Math.max(1, users / 50);
    }
}
