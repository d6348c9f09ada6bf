package dev.socialhub.cli.seed.rows;

/** There are fewer pairs of users than requested follows. */
public final class TooManyFollows extends RuntimeException {
    private final long room;

    TooManyFollows(long room) {
        super("only " + room + " follows are possible");
        this.room = room;
    }

    /** How many follows are possible. */
    public long maxFollows() {
        return room;
    }
}
