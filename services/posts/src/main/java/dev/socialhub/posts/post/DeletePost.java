package dev.socialhub.posts.post;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Deletes an author's own post. The row is kept as a tombstone. */
@Singleton
class DeletePost {

    private final PostRepository posts;
    private final PostChanges changes;
    private final Clock clock;
    private final PostMetrics metrics;

    DeletePost(PostRepository posts, PostChanges changes, Clock clock, PostMetrics metrics) {
        this.posts = posts;
        this.changes = changes;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Deletes the post.
     *
     * @throws ProblemException 404 when the caller can't see the post, 403 when it isn't theirs
     */
    @Transactional
    void delete(UUID postId, UUID callerId) {
        long version =
                posts.lockOwn(postId, callerId).orElseThrow(() -> refusal(postId, callerId)) + 1;
        Instant now = clock.instant();
        posts.markDeleted(postId, now, version);
        changes.deleted(callerId, List.of(new PostVersion(postId, version)), now);
        metrics.deleted();
    }

    private ProblemException refusal(UUID postId, UUID callerId) {
        return posts.findVisible(postId, callerId).isPresent()
                ? new ProblemException(ProblemType.FORBIDDEN, "Only its author may delete a post.")
                : ReadPosts.noSuchPost();
    }
}
