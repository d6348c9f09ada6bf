package dev.socialhub.users.graph;

/**
 * All edges between two users, from the first one's point of view.
 *
 * @param blockedBy the second blocks the first
 */
record PairEdges(boolean following, boolean followedBy, boolean blocking, boolean blockedBy) {

    public static final PairEdges NONE = new PairEdges(false, false, false, false);

    /** The part that the first user may know. */
    public Relationship relationship() {
        return new Relationship(following, followedBy, blocking);
    }

    PairEdges following(boolean now) {
        return new PairEdges(now, followedBy, blocking, blockedBy);
    }

    PairEdges followedBy(boolean now) {
        return new PairEdges(following, now, blocking, blockedBy);
    }

    PairEdges blocking(boolean now) {
        return new PairEdges(following, followedBy, now, blockedBy);
    }
}
