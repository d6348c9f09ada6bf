package dev.socialhub.posts.media.image;

import java.nio.file.Path;

/** A file that is ready to be stored. */
public record PreparedFile(Path path, MediaFormat format, long bytes) {}
