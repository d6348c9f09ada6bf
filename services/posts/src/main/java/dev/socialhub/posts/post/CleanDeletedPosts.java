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

    /** Removes a batch of each kind of a post's data; returns the number of posts found. */
    @Transactional
    int cleanSome() {
        Optional<UUID> deleted = posts.lockUncleaned(clock.instant().minus(IN_FLIGHT));
        deleted.ifPresent(this::clean);
        return deleted.isPresent() ? 1 : 0;
    }

    private void clean(UUID postId) {
        int found = data.stream().mapToInt(one -> one.eraseSome(postId)).sum();
        if (found == 0) {
            counts.discard(PostCountTable.TABLE, List.of(postId));
            posts.markCleaned(postId, clock.instant());
        }
    }
}
