package dev.socialhub.cli.seed.rows;

import java.util.UUID;

/**
 * A generated post.
 *
 * @param visibility {@code public}, {@code followers} or {@code private}
 */
public record GeneratedPost(UUID id, UUID author, String content, String visibility, long millis) {}
