package dev.socialhub.cli.seed.world;

/** There are fewer pairs of people than there were to be follows. */
public final class TooManyFollows extends RuntimeException {
    private final long room;

    TooManyFollows(long room) {
        super("only " + room + " follows are possible");
        this.room = room;
    }

    /** How many there can be. */
    public long room() {
        return room;
    }
}
