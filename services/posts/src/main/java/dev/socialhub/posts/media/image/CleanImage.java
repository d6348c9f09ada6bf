package dev.socialhub.posts.media.image;

import org.jspecify.annotations.Nullable;

/**
 * A picture without metadata.
 *
 * @param exif the metadata that was removed from it, which holds its orientation
 */
record CleanImage(byte[] bytes, ImageSize size, byte @Nullable [] exif) {}
