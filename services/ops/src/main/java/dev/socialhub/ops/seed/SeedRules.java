package dev.socialhub.ops.seed;

/** What holds for the rows of every batch. Times are milliseconds since 1970. */
public final class SeedRules {

    /** Rows of a batch at most: one statement, and a fraction of a second. */
    public static final int MAX_ROWS = 2_000;

    /** An id as text. */
    public static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** The error for a text that is not an id. */
    public static final String NO_ID = "must be a UUID in lower case";

    /** The end of the year 2099. */
    public static final long LATEST = 4_102_444_799_999L;

    private SeedRules() {}
}
