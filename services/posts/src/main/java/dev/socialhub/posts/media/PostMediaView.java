package dev.socialhub.posts.media;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture or a video of a post as readers receive it.
 *
 * @param url of the file; signed, and valid for an hour, unless the post is public
 * @param thumbnailUrl of the picture with at most 320 pixels on its longer side; null for a video
 * @param previewUrl of the picture with at most 1080 pixels on its longer side; null for a video
 * @param type such as {@code image/jpeg} or {@code video/mp4}
 * @param width in pixels; null for a video
 * @param height in pixels; null for a video
 * @param alt a description for users that can't see it
 */
@Serdeable
public record PostMediaView(
        UUID id,
        String url,
        @Nullable String thumbnailUrl,
        @Nullable String previewUrl,
        String type,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String alt) {}
