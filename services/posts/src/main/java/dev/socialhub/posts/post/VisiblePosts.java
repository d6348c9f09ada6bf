package dev.socialhub.posts.post;

/** Who may see a post: the one place that says so. */
final class VisiblePosts {

    /**
     * Whether an edge stands, by its whole key and as one value. An {@code exists} would let the
     * planner read all edges of the viewer first, however few posts a page has.
     */
    private static final String EDGE = "coalesce((select e.active from edge e where e.kind = ";

    private static final String FROM_VIEWER =
            " and e.from_id = :viewerId and e.to_id = p.author_id), false)";
    private static final String TO_THE_VIEWER =
            " and e.from_id = p.author_id and e.to_id = :viewerId), false)";

    /**
     * True for a row {@code p} of {@code post} that the person {@code :viewerId} may see. Authors
     * see all of their own. Others see what is public, and what is for followers while they follow,
     * unless one of the two blocks the other; whom no edge is known of follows nobody.
     */
    static final String TO_VIEWER =
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
