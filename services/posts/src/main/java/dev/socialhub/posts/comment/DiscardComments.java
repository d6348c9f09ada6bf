package dev.socialhub.posts.comment;

import dev.socialhub.ops.counter.table.CountRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Deletes the rows of comments that no reader sees any more, and their likes and counts, in batches
 * that each commit separately.
 */
@Singleton
class DiscardComments {

    /** A like that began before the comment was hidden has ended by then. */
    private static final Duration IN_FLIGHT = Duration.ofMinutes(1);

    private static final int COMMENTS_AT_ONCE = 100;
    private static final int LIKES_AT_ONCE = 5_000;

    private final RemovedCommentRepository comments;
    private final CountRepository counts;
    private final Clock clock;

    DiscardComments(RemovedCommentRepository comments, CountRepository counts, Clock clock) {
        this.comments = comments;
        this.counts = counts;
        this.clock = clock;
    }

    /** Deletes a batch; returns the number of comments found. */
    @Transactional
    int discardSome() {
        List<UUID> ids = comments.lockSome(clock.instant().minus(IN_FLIGHT), COMMENTS_AT_ONCE);
        if (!ids.isEmpty() && comments.removeLikes(ids, LIKES_AT_ONCE) == 0) {
            counts.discard(CommentCountTable.TABLE, ids);
            comments.delete(ids);
        }
        return ids.size();
    }
}
