package dev.socialhub.posts.post;

import dev.socialhub.ops.counter.table.CountRepository;
import dev.socialhub.posts.count.PostCountTable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Removes what users have added to deleted posts, in batches that each commit separately. Readers
 * no longer see it, since they don't see the post.
 */
@Singleton
class CleanDeletedPosts {

    /** A like that began before the deletion has ended by then. */
    private static final Duration IN_FLIGHT = Duration.ofMinutes(1);

    private final PostRepository posts;
    private final List<DeletedPostData> data;
    private final CountRepository counts;
    private final Clock clock;

    CleanDeletedPosts(
            PostRepository posts, List<DeletedPostData> data, CountRepository counts, Clock clock) {
        this.posts = posts;
        this.data = data;
        this.counts = counts;
        this.clock = clock;
    }

    /** Removes a batch; returns whether there may be more. */
    @Transactional
    boolean cleanSome() {
        Optional<UUID> deleted = posts.lockUncleaned(clock.instant().minus(IN_FLIGHT));
        deleted.ifPresent(this::clean);
        return deleted.isPresent();
    }

    private void clean(UUID postId) {
        boolean more = false;
        for (DeletedPostData one : data) {
            more |= one.eraseSome(postId);
        }
        if (!more) {
            counts.discard(PostCountTable.TABLE, List.of(postId));
            posts.markCleaned(postId, clock.instant());
        }
    }
}
