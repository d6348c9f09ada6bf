package dev.socialhub.users.graph;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user at the other end of an edge.
 *
 * @param since when the edge was created
 */
@MappedEntity("profile")
public record ListedPerson(
        @Id UUID id, String username, String name, @Nullable String headline, Instant since) {}
