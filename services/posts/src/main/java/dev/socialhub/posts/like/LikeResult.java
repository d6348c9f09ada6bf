package dev.socialhub.posts.like;

import dev.socialhub.posts.count.PostCounts;
import java.util.UUID;

/**
 * The outcome of a request that changes a like.
 *
 * @param authorId the author of the post
 * @param liked whether the user likes the post now
 * @param version of the like after the change; 0 if the like already had the requested state
 * @param counts the post's counts, the change included
 */
record LikeResult(UUID authorId, boolean liked, long version, PostCounts counts) {

    boolean isChange() {
        return version > 0;
    }
}
