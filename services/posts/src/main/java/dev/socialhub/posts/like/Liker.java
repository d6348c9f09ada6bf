package dev.socialhub.posts.like;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A user that likes a post.
 *
 * @param likedAt since when
 */
@MappedEntity("post_like")
record Liker(@Id UUID id, String username, String name, Instant likedAt) {}
