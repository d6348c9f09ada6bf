package dev.socialhub.posts.seed;

import dev.socialhub.ops.seed.Seeded;
import dev.socialhub.people.tombstone.TombstoneRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Inserts posts of sample users: all of a batch or none, and none twice. They become visible once
 * the replica of their authors' names has been rebuilt.
 */
@Singleton
class SeedPosts {

    private final SeededPostRepository posts;
    private final TombstoneRepository tombstones;

    SeedPosts(SeededPostRepository posts, TombstoneRepository tombstones) {
        this.posts = posts;
        this.tombstones = tombstones;
    }

    /** Adds the posts that don't exist yet, except those of deleted authors. */
    @Transactional
    Seeded seed(List<SeededPost> batch) {
        tombstones.holdOffDeletions();
        int added = posts.add(batch);
        return new Seeded(added, added == batch.size() ? 0 : posts.absent(batch));
    }
}
