package dev.socialhub.posts.media;

import dev.socialhub.posts.media.store.MediaStores;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Finds and removes media that no post needs: uploads that were not completed, or not used for so
 * long, and the media of deleted posts.
 */
@Singleton
class SweepMedia {

    private static final int BATCH = 50;

    private final UnusedMediaRepository rows;
    private final MediaStores stores;
    private final RemoveMedia removeMedia;
    private final Duration age;

    SweepMedia(
            UnusedMediaRepository rows,
            MediaStores stores,
            RemoveMedia removeMedia,
            @Value("${posts.media.sweep.unattached-age}") Duration age) {
        this.rows = rows;
        this.stores = stores;
        this.removeMedia = removeMedia;
        this.age = age;
    }

    SweptMedia count() {
        return rows.countUnused(age);
    }

    /**
     * Removes a batch; it is empty once nothing is left.
     *
     * @throws java.io.UncheckedIOException when a store doesn't answer; then nothing is removed
     */
    @Transactional
    SweptMedia removeSome() {
        List<UnusedMedia> unused = rows.lockUnused(age, stores.names(), BATCH);
        if (!unused.isEmpty()) {
            removeMedia.remove(unused);
        }
        return SweptMedia.of(unused);
    }
}
