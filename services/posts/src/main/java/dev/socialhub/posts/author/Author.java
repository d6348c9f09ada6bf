package dev.socialhub.posts.author;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A user as shown beside a post. */
@MappedEntity("author")
public record Author(@Id UUID userId, String username, String name) {}
