package dev.socialhub.users.graph;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at the other end of an edge.
 *
 * @param since when the edge was made
 */
public record ListedPerson(
        UUID id, String username, String name, @Nullable String headline, Instant since) {}
