package dev.socialhub.posts.user;

import dev.socialhub.posts.graph.ReplicateEdges;
import dev.socialhub.posts.post.TakeDownPosts;
import dev.socialhub.posts.tombstone.TombstoneRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases the data of deleted users, in batches that each commit separately: a crash loses none of
 * them, no lock is held for long, and several instances share the work.
 */
@Singleton
class EraseUsers {

    private static final Logger LOG = LoggerFactory.getLogger(EraseUsers.class);
    private static final int POSTS_AT_ONCE = 200;
    private static final int EDGES_AT_ONCE = 5_000;

    private final TombstoneRepository tombstones;
    private final TakeDownPosts posts;
    private final ReplicateEdges edges;
    private final Clock clock;

    EraseUsers(
            TombstoneRepository tombstones,
            TakeDownPosts posts,
            ReplicateEdges edges,
            Clock clock) {
        this.tombstones = tombstones;
        this.posts = posts;
        this.edges = edges;
        this.clock = clock;
    }

    /** Erases a batch; returns whether there may be more. */
    @Transactional
    boolean eraseSome() {
        Optional<UUID> deleted = tombstones.lockUnerased();
        deleted.ifPresent(this::erase);
        return deleted.isPresent();
    }

    private void erase(UUID userId) {
        int taken = posts.takeDownOf(userId, POSTS_AT_ONCE) + edges.removeOf(userId, EDGES_AT_ONCE);
        if (taken == 0) {
            posts.forgetAnswersTo(userId);
            tombstones.markErased(userId, clock.instant());
            LOG.info("All data of user {} is erased", userId);
        }
    }
}
