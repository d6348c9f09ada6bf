package dev.socialhub.posts.media;

import java.time.Instant;

/**
 * Media whose files may be read.
 *
 * @param isPublic whether they belong to a public post, and so need no signature
 */
record ServedMedia(Media media, Instant createdAt, boolean isPublic) {}
