package dev.socialhub.posts.media;

import dev.socialhub.people.account.ResolveUser;
import dev.socialhub.people.name.NamedUser;
import dev.socialhub.posts.media.Media.MediaFile;
import dev.socialhub.posts.media.form.ReceivedFile;
import dev.socialhub.posts.media.image.MediaFormat;
import dev.socialhub.posts.media.image.PreparedFile;
import dev.socialhub.posts.media.image.PreparedMedia;
import dev.socialhub.posts.media.image.RefusedFileException;
import dev.socialhub.posts.media.store.MediaStore;
import dev.socialhub.posts.media.store.MediaStores;
import dev.socialhub.shared.ids.Ids;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores an uploaded file: first a row, then its objects, then the row says that they are there. A
 * crash leaves a row by which a sweep finds the objects.
 */
@Singleton
public final class StoreMedia {

    private final DecodingPool decoding;
    private final MediaRepository rows;
    private final MediaStores stores;
    private final MediaMetrics metrics;
    private final Ids ids;

    StoreMedia(
            DecodingPool decoding,
            MediaRepository rows,
            MediaStores stores,
            MediaMetrics metrics,
            Ids ids) {
        this.decoding = decoding;
        this.rows = rows;
        this.stores = stores;
        this.metrics = metrics;
        this.ids = ids;
    }

    /**
     * Stores a file as media without a post. Call it outside transactions: it takes long.
     *
     * @throws ProblemException 415 for other formats, 422 for damaged and too large pictures, 401
     *     when the owner's account is deleted, 503 when the store doesn't answer
     */
    public Media store(NamedUser owner, ReceivedFile file, @Nullable String alt)
            throws IOException {
        PreparedMedia prepared = prepared(file);
        Media media = media(ids.next(), owner.userId(), prepared, alt);
        if (!rows.addPending(media)) {
            throw ResolveUser.deletedCaller();
        }
        put(media, prepared);
        rows.markStored(media.id());
        metrics.stored(prepared.original());
        return media;
    }

    private PreparedMedia prepared(ReceivedFile file) throws IOException {
        try {
            MediaFormat format =
                    MediaFormat.of(file.path()).orElseThrow(RefusedFileException::unsupported);
            Path folder =
                    Files.createDirectory(
                            file.path().resolveSibling(file.path().getFileName() + "-prepared"));
            return decoding.prepare(file.path(), format, folder);
        } catch (RefusedFileException e) {
            String message = String.valueOf(e.getMessage());
            throw e.isUnsupported()
                    ? new ProblemException(
                            ProblemType.UNSUPPORTED_TYPE, file.name() + " " + message + ".")
                    : ProblemException.invalid(file.name(), message);
        }
    }

    /** Media that will be in the current store. */
    Media media(UUID id, UUID ownerId, PreparedMedia prepared, @Nullable String alt) {
        return new Media(
                id,
                ownerId,
                stores.current().name(),
                new MediaFile(
                        prepared.original().format().mediaType(), prepared.original().bytes()),
                prepared.width(),
                prepared.height(),
                file(prepared.small()),
                file(prepared.large()),
                alt);
    }

    /** Stores the objects of media whose row exists. */
    void put(Media media, PreparedMedia prepared) {
        MediaStore store = stores.named(media.store());
        put(store, media.id(), MediaVariant.ORIGINAL, prepared.original());
        put(store, media.id(), MediaVariant.SMALL, prepared.small());
        put(store, media.id(), MediaVariant.LARGE, prepared.large());
    }

    private static @Nullable MediaFile file(@Nullable PreparedFile file) {
        return file == null ? null : new MediaFile(file.format().mediaType(), file.bytes());
    }

    private static void put(
            MediaStore store, UUID id, MediaVariant variant, @Nullable PreparedFile file) {
        if (file == null) {
            return;
        }
        try {
            store.put(variant.key(id), file.path(), file.format().mediaType());
        } catch (IOException e) {
            throw StoreProblem.unavailable(e);
        }
    }
}
