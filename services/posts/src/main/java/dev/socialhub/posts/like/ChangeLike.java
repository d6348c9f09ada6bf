package dev.socialhub.posts.like;

import dev.socialhub.contracts.post.LikeCreated;
import dev.socialhub.contracts.post.LikeDeleted;
import dev.socialhub.messaging.outbox.Outbox;
import dev.socialhub.people.account.ResolveUser;
import dev.socialhub.posts.post.ReadPosts;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Likes and unlikes posts. Repeating a like that already exists, or an unlike without a like, has
 * no effect and publishes no event.
 */
@Singleton
class ChangeLike {

    private final LikeRepository likes;
    private final ReadPosts readPosts;
    private final Outbox outbox;
    private final Clock clock;
    private final LikeMetrics metrics;

    ChangeLike(
            LikeRepository likes,
            ReadPosts readPosts,
            Outbox outbox,
            Clock clock,
            LikeMetrics metrics) {
        this.likes = likes;
        this.readPosts = readPosts;
        this.outbox = outbox;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Lets the caller like or unlike a post.
     *
     * @throws ProblemException 404 when the caller can't see the post, 401 when the caller is
     *     deleted
     */
    @Transactional
    LikeView change(Caller caller, UUID postId, LikeChange change) {
        Instant now = clock.instant();
        LikeResult result =
                likes.change(postId, caller.id(), change, now)
                        .orElseThrow(() -> refusal(postId, caller.id()));
        if (result.isChange()) {
            outbox.append(
                    result.liked()
                            ? new LikeCreated(
                                    postId,
                                    result.authorId(),
                                    caller.id(),
                                    caller.username(),
                                    now,
                                    result.version())
                            : new LikeDeleted(
                                    postId,
                                    result.authorId(),
                                    caller.id(),
                                    caller.username(),
                                    now,
                                    result.version()));
            metrics.changed(result.liked());
        }
        return new LikeView(result.liked(), result.counts());
    }

    private ProblemException refusal(UUID postId, UUID callerId) {
        readPosts.requireVisible(postId, callerId);
        return ResolveUser.deletedCaller();
    }
}
