package dev.socialhub.posts.count;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The counts of a post.
 *
 * @param likes how many users like it
 * @param comments how many comments it has, replies to comments included
 */
@Serdeable
public record PostCounts(long likes, long comments) {

    /** The counts of a new post. */
    public static final PostCounts NONE = new PostCounts(0, 0);

    /** The counts after this many more likes. */
    public PostCounts plusLikes(long change) {
        return new PostCounts(likes + change, comments);
    }
}
