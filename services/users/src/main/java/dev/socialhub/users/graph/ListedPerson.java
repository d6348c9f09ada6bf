package dev.socialhub.users.graph;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user at the other end of an edge.
 *
 * @param since when the edge was created
 */
public record ListedPerson(
        UUID id, String username, String name, @Nullable String headline, Instant since) {}
