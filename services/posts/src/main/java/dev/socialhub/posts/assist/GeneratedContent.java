package dev.socialhub.posts.assist;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A draft of a post.
 *
 * @param content no longer than a post may be
 * @param provider which generator wrote it: {@code gemini} or {@code local}
 */
@Serdeable
record GeneratedContent(String content, String provider) {}
