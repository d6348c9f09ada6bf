package dev.socialhub.posts.media;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture or a video as its owner, and the readers of its post, receive it.
 *
 * @param url of the file; signed, and valid for an hour, unless it belongs to a public post
 * @param thumbnailUrl of the picture with at most 320 pixels on its longer side; null for a video
 * @param previewUrl of the picture with at most 1080 pixels on its longer side; null for a video
 * @param type such as {@code image/jpeg} or {@code video/mp4}
 * @param width in pixels; null for a video
 * @param height in pixels; null for a video
 * @param bytes of the file
 * @param alt a description for users that can't see it
 */
@Serdeable
record MediaView(
        UUID id,
        String url,
        @Nullable String thumbnailUrl,
        @Nullable String previewUrl,
        String type,
        @Nullable Integer width,
        @Nullable Integer height,
        long bytes,
        @Nullable String alt) {

    static MediaView of(Media media, boolean isPublic, MediaUrls urls) {
        return new MediaView(
                media.id(),
                urls.url(media.id(), MediaVariant.ORIGINAL, isPublic),
                media.small() == null ? null : urls.url(media.id(), MediaVariant.SMALL, isPublic),
                media.large() == null ? null : urls.url(media.id(), MediaVariant.LARGE, isPublic),
                media.original().type(),
                media.width(),
                media.height(),
                media.original().bytes(),
                media.alt());
    }
}
