package dev.socialhub.posts.media.image;

import org.jspecify.annotations.Nullable;

/**
 * What is stored of an upload.
 *
 * @param width in pixels, of the picture as it is shown; null for a video
 * @param height in pixels
 * @param small the picture with 320 pixels on its longer side; null for a video
 * @param large the same with 1080 pixels
 */
public record PreparedMedia(
        PreparedFile original,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable PreparedFile small,
        @Nullable PreparedFile large) {}
