package dev.socialhub.users.graph;

import dev.socialhub.contracts.user.EdgeKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** The meters of the graph: follows and blocks made, and taken away. */
@Singleton
final class GraphMetrics {

    private static final String FOLLOWS = "users.follows";
    private static final String UNFOLLOWS = "users.unfollows";
    private static final String BLOCKS = "users.blocks";
    private static final String UNBLOCKS = "users.unblocks";

    private final Counter follows;
    private final Counter unfollows;
    private final Counter blocks;
    private final Counter unblocks;

    GraphMetrics(MeterRegistry meters) {
        follows = meters.counter(FOLLOWS);
        unfollows = meters.counter(UNFOLLOWS);
        blocks = meters.counter(BLOCKS);
        unblocks = meters.counter(UNBLOCKS);
    }

    void turned(EdgeKind kind, boolean active) {
        Counter counter =
                switch (kind) {
                    case FOLLOW -> active ? follows : unfollows;
                    case BLOCK -> active ? blocks : unblocks;
                };
        counter.increment();
    }
}
