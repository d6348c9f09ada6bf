package dev.socialhub.posts.search;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A hashtag that a search found.
 *
 * @param tag without the number sign, as it was written first
 * @param posts the number of public posts with it
 */
@Serdeable
record TagView(String tag, long posts) {}
