package dev.socialhub.posts.bookmark;

/** Whether a post is bookmarked, as a column of a statement that reads posts. */
public final class BookmarkColumn {

    /**
     * True for a row {@code p} of {@code post} that {@code :viewerId} has bookmarked. It yields one
     * value for the reason that {@code VisiblePosts} gives.
     */
    public static final String BOOKMARKED =
            "coalesce((select true from bookmark b where b.user_id = :viewerId"
                    + " and b.post_id = p.id), false) as bookmarked";

    private BookmarkColumn() {}
}
