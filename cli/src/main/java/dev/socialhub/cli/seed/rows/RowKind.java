package dev.socialhub.cli.seed.rows;

/** Separates the random numbers of different purposes, by numbers that never change. */
enum RowKind {
    PERSON(1),
    PERSON_ID(2),
    RANK(3),
    ACTIVITY(4),
    FOLLOW(5),
    FOLLOW_TIME(6),
    BLOCK(7),
    POST_SHARE(8),
    POST(9),
    JOINED(10),
    PROFILE(11),
    LIKE(12),
    COMMENT(13),
    PICTURE(14),
    ROOM(15),
    DIRECT(16);

    private final int number;

    RowKind(int number) {
        this.number = number;
    }

    /** The generator for one row of this kind. */
    SeededRandom random(long key, long... row) {
        long[] parts = new long[row.length + 2];
        parts[0] = key;
        parts[1] = number;
        System.arraycopy(row, 0, parts, 2, row.length);
        return SeededRandom.of(parts);
    }
}
