package dev.socialhub.posts.comment;

import dev.socialhub.posts.post.DeletedPostData;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** The comments on a deleted post. Their rows are deleted later, by {@link DiscardComments}. */
@Singleton
class EraseCommentsOfPost implements DeletedPostData {

    private static final int AT_ONCE = 1_000;

    private final RemovedCommentRepository comments;
    private final Clock clock;

    EraseCommentsOfPost(RemovedCommentRepository comments, Clock clock) {
        this.comments = comments;
        this.clock = clock;
    }

    @Override
    public int eraseSome(UUID postId) {
        return comments.removeOfPost(postId, clock.instant(), AT_ONCE);
    }
}
