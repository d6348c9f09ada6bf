package dev.socialhub.posts.media;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture or a video.
 *
 * @param store the name of the store that has its files
 * @param width in pixels; null for a video
 * @param small and large are smaller versions; null for a video
 * @param alt a description for users that can't see it
 */
public record Media(
        UUID id,
        UUID ownerId,
        String store,
        MediaFile original,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable MediaFile small,
        @Nullable MediaFile large,
        @Nullable String alt) {

    /** One of its files, if it has it. */
    @Nullable MediaFile file(MediaVariant variant) {
        return switch (variant) {
            case ORIGINAL -> original;
            case SMALL -> small;
            case LARGE -> large;
        };
    }

    /**
     * A stored file.
     *
     * @param type as in {@code Content-Type}
     */
    record MediaFile(String type, long bytes) {}
}
