package dev.socialhub.cli.load.result;

/** What a run, or a part of it, says of the goals. */
public enum Verdict {
    /** All are reached. */
    met,
    /** At least one isn't. */
    missed,
    /** The figures say nothing. */
    invalid,
    /** There is nothing to judge by. */
    unjudged
}
