package dev.socialhub.cli.seed.rows;

/** The follow graph. */
interface Graph {

    /** How many others a user follows. */
    int follows(int user);

    /** The users that a user follows, always in the same order. */
    int[] followed(int user);

    /** The users by their number of followers in it. */
    Ranks ranks();

    /** How many users take part in anything; users of the ranks behind have no data. */
    int active();
}
