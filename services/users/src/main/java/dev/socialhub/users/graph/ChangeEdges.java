package dev.socialhub.users.graph;

import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.contracts.user.BlockDeleted;
import dev.socialhub.contracts.user.EdgeEvent;
import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.contracts.user.FollowCreated;
import dev.socialhub.contracts.user.FollowDeleted;
import dev.socialhub.messaging.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Creates or removes an edge and publishes the event, in the transaction that decided the change
 * under the pair's lock.
 */
@Singleton
class ChangeEdges {

    private final EdgeRepository edges;
    private final Outbox outbox;
    private final GraphMetrics metrics;
    private final Clock clock;

    ChangeEdges(EdgeRepository edges, Outbox outbox, GraphMetrics metrics, Clock clock) {
        this.edges = edges;
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Creates an edge that doesn't exist; the acting user has this username. */
    void make(EdgeKind kind, Pair pair, String username) {
        Instant now = clock.instant();
        long version = turn(kind, pair.actor(), pair.other(), true, now);
        outbox.append(
                switch (kind) {
                    case FOLLOW ->
                            new FollowCreated(pair.actor(), username, pair.other(), now, version);
                    case BLOCK -> new BlockCreated(pair.actor(), pair.other(), now, version);
                });
    }

    /** Removes an edge that exists. */
    void remove(EdgeKind kind, UUID fromId, UUID toId) {
        Instant now = clock.instant();
        long version = turn(kind, fromId, toId, false, now);
        EdgeEvent event =
                switch (kind) {
                    case FOLLOW -> new FollowDeleted(fromId, toId, now, version);
                    case BLOCK -> new BlockDeleted(fromId, toId, now, version);
                };
        outbox.append(event);
    }

    private long turn(EdgeKind kind, UUID fromId, UUID toId, boolean active, Instant now) {
        long version = edges.turn(kind, fromId, toId, active, now);
        metrics.turned(kind, active);
        return version;
    }
}
