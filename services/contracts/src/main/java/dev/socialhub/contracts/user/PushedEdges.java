package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Edges that users tells a replica of itself, since Kafka hasn't taken their events. */
@Serdeable
public record PushedEdges(List<EdgeSnapshot> edges) {

    public PushedEdges {
        edges = List.copyOf(edges);
    }
}
