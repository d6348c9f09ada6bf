package dev.socialhub.posts.post;

/** Who may see a post: the one place that says so. */
final class VisiblePosts {

    /**
     * True for a row {@code p} of {@code post} that the person {@code :viewerId} may see. Posts for
     * followers are the author's alone, since nobody can follow yet.
     */
    static final String TO_VIEWER =
            "(p.deleted_at is null and (p.visibility = 'public' or p.author_id = :viewerId))";

    private VisiblePosts() {}
}
