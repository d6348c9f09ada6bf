package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Edges that the users service sends to a replica directly, since Kafka hasn't accepted their
 * events.
 */
@Serdeable
public record PushedEdges(List<EdgeSnapshot> edges) {

    public PushedEdges {
        edges = List.copyOf(edges);
    }
}
