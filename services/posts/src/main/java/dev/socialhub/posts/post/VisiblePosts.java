package dev.socialhub.posts.post;

/** The only place that defines which users may see a post. */
public final class VisiblePosts {

    /**
     * Posts {@code p} with the rows of their authors. A post whose author is deleted has none, and
     * is hidden from all readers: each statement on visible posts begins with this join.
     */
    public static final String POSTS = "post p join author a on a.user_id = p.author_id";

    /**
     * Whether an edge is active, looked up by its whole key and as one value. An {@code exists}
     * would let the planner read all edges of the viewer first, however few posts a page has.
     */
    static final String EDGE = "coalesce((select e.active from edge e where e.kind = ";

    private static final String FROM_VIEWER =
            " and e.from_id = :viewerId and e.to_id = p.author_id), false)";
    private static final String TO_THE_VIEWER =
            " and e.from_id = p.author_id and e.to_id = :viewerId), false)";

    /**
     * True for a row {@code p} of {@code post} that the user {@code :viewerId} may see. Authors see
     * all of their own posts. Others see public posts, and posts for followers while they follow
     * the author, unless one of the two blocks the other. A viewer without a known follow edge
     * counts as not following.
     */
    public static final String TO_VIEWER =
            "(p.deleted_at is null and (p.author_id = :viewerId or (p.visibility = 'public'"
                    + " or p.visibility = 'followers' and "
                    + (EDGE + "'follow'" + FROM_VIEWER)
                    + ") and not "
                    + (EDGE + "'block'" + FROM_VIEWER)
                    + " and not "
                    + (EDGE + "'block'" + TO_THE_VIEWER)
                    + "))";

    private VisiblePosts() {}
}
