package dev.socialhub.people.name;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A user as shown to others, for example beside a post. */
@MappedEntity("author")
public record NamedUser(@Id UUID userId, String username, String name) {}
