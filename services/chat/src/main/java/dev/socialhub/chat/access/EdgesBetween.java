package dev.socialhub.chat.access;

/**
 * The active edges between two users, as this service knows them.
 *
 * @param follows whether the first user follows the second one
 * @param isFollowed whether the second user follows the first one
 * @param isBlocked whether one of the two blocks the other
 */
record EdgesBetween(boolean follows, boolean isFollowed, boolean isBlocked) {

    /** Whether the two may write to each other. */
    boolean mayConverse() {
        return follows && isFollowed && !isBlocked;
    }
}
