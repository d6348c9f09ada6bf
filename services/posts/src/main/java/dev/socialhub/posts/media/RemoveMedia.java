package dev.socialhub.posts.media;

import dev.socialhub.posts.media.store.MediaStore;
import dev.socialhub.posts.media.store.MediaStores;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Removes media: first their objects, then their rows, so that no object is ever without a row. */
@Singleton
class RemoveMedia {

    private final UnusedMediaRepository rows;
    private final MediaStores stores;
    private final MediaMetrics metrics;

    RemoveMedia(UnusedMediaRepository rows, MediaStores stores, MediaMetrics metrics) {
        this.rows = rows;
        this.stores = stores;
        this.metrics = metrics;
    }

    /**
     * Removes locked media in the running transaction.
     *
     * @throws UncheckedIOException when a store doesn't answer; the rows stay
     */
    void remove(List<UnusedMedia> media) {
        for (UnusedMedia one : media) {
            MediaStore store = stores.named(one.store());
            try {
                for (MediaVariant variant : MediaVariant.values()) {
                    store.delete(variant.key(one.id()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        rows.remove(media.stream().map(UnusedMedia::id).toList());
        media.forEach(one -> metrics.removed(one.reason()));
    }
}
