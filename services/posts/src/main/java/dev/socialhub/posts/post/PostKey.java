package dev.socialhub.posts.post;

import java.time.Instant;
import java.util.UUID;

/** What lists of posts are ordered by. */
record PostKey(Instant createdAt, UUID id) {}
