package dev.socialhub.cli.seed.world;

/** Who follows whom. */
interface Graph {

    /** How many a person follows. */
    int follows(int person);

    /** Whom a person follows, always in the same order. */
    int[] followed(int person);

    /** Who is how well known in it. */
    Ranks ranks();

    /** How many people take part in anything; the ranks behind are empty. */
    int active();
}
