package dev.socialhub.cli.load.result;

/** The verdict on a run, or a part of it. */
public enum GoalVerdict {
    /** All goals are reached. */
    met,
    /** At least one goal isn't reached. */
    missed,
    /** The figures are invalid. */
    invalid,
    /** There is no goal to judge by. */
    unjudged
}
