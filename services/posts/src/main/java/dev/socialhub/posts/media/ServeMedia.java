package dev.socialhub.posts.media;

import dev.socialhub.posts.media.Media.MediaFile;
import dev.socialhub.posts.media.store.MediaStores;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the files of media for readers whose only right is their address. */
@Singleton
class ServeMedia {

    private final MediaRepository rows;
    private final MediaStores stores;
    private final MediaUrls urls;

    ServeMedia(MediaRepository rows, MediaStores stores, MediaUrls urls) {
        this.rows = rows;
        this.stores = stores;
        this.urls = urls;
    }

    /**
     * Finds a file.
     *
     * @throws ProblemException 404 when there is none, its post is deleted, or the address isn't
     *     signed and its post isn't public
     */
    ServedFile find(
            UUID id, String variantName, @Nullable Long expires, @Nullable String signature) {
        MediaVariant variant = MediaVariant.ofWireName(variantName).orElseThrow(MediaId::unknown);
        ServedMedia served = rows.findServed(id).orElseThrow(MediaId::unknown);
        MediaFile file = served.media().file(variant);
        if (file == null || !(served.isPublic() || urls.isValid(id, variant, expires, signature))) {
            throw MediaId.unknown();
        }
        return new ServedFile(served, variant, file);
    }

    /**
     * Opens a part of a file.
     *
     * @throws ProblemException 404 when its object is missing, 503 when the store doesn't answer
     */
    InputStream open(ServedFile file, ByteRange range) {
        Media media = file.served().media();
        try {
            return stores.named(media.store())
                    .open(file.variant().key(media.id()), range.from(), range.length())
                    .orElseThrow(MediaId::unknown);
        } catch (IOException e) {
            throw StoreProblem.unavailable(e);
        }
    }

    /** A file that the reader may have. */
    record ServedFile(ServedMedia served, MediaVariant variant, MediaFile file) {

        /** A file never changes, so its name is its version. */
        String etag() {
            return '"' + served.media().id().toString() + '-' + variant.wireName() + '"';
        }
    }
}
