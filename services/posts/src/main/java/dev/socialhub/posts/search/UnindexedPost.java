package dev.socialhub.posts.search;

import dev.socialhub.contracts.post.Visibility;
import java.time.Instant;
import java.util.UUID;

/** A post that no search finds yet. */
record UnindexedPost(UUID id, String content, Visibility visibility, Instant createdAt) {}
