package dev.socialhub.posts.seed;

import dev.socialhub.ops.seed.Seeded;
import dev.socialhub.posts.tombstone.TombstoneRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Writes posts of made-up people: all of a batch or none, and nothing twice. They are seen once the
 * copy of their authors' names was rebuilt.
 */
@Singleton
class SeedPosts {

    private final SeededPostRepository posts;
    private final TombstoneRepository tombstones;

    SeedPosts(SeededPostRepository posts, TombstoneRepository tombstones) {
        this.posts = posts;
        this.tombstones = tombstones;
    }

    /** Adds those that aren't there, but for authors who are gone. */
    @Transactional
    Seeded seed(List<SeededPost> batch) {
        tombstones.holdOffDeletions();
        int added = posts.add(batch);
        return new Seeded(added, added == batch.size() ? 0 : posts.absent(batch));
    }
}
