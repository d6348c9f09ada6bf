package dev.socialhub.posts.like;

/** What statements on posts read from the likes. */
public final class LikedColumn {

    /** Whether {@code :viewerId} likes the row {@code p} of {@code post}, as {@code liked}. */
    public static final String LIKED =
            "coalesce((select l.active from post_like l where l.post_id = p.id"
                    + " and l.user_id = :viewerId), false) as liked";

    private LikedColumn() {}
}
