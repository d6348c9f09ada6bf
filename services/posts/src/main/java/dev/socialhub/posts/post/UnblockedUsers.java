package dev.socialhub.posts.post;

/** Which users appear to a viewer, as authors of comments and among those that like a post. */
public final class UnblockedUsers {

    /**
     * True for a row {@code u} of {@code author} unless the user and {@code :viewerId} block one
     * another. Also true without such a row.
     */
    public static final String FOR_VIEWER =
            "(not "
                    + VisiblePosts.EDGE
                    + "'block' and e.from_id = :viewerId and e.to_id = u.user_id), false)"
                    + " and not "
                    + VisiblePosts.EDGE
                    + "'block' and e.from_id = u.user_id and e.to_id = :viewerId), false))";

    private UnblockedUsers() {}
}
