package dev.socialhub.users.graph;

/**
 * All edges between two users, from the first one's point of view.
 *
 * @param blockedBy the second blocks the first
 */
record Ties(boolean following, boolean followedBy, boolean blocking, boolean blockedBy) {

    public static final Ties NONE = new Ties(false, false, false, false);

    /** The part that the first user may know. */
    public Relationship relationship() {
        return new Relationship(following, followedBy, blocking);
    }

    Ties following(boolean now) {
        return new Ties(now, followedBy, blocking, blockedBy);
    }

    Ties followedBy(boolean now) {
        return new Ties(following, now, blocking, blockedBy);
    }

    Ties blocking(boolean now) {
        return new Ties(following, followedBy, now, blockedBy);
    }
}
