package dev.socialhub.users.graph;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.shared.transaction.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/**
 * The meters of the graph: follows and blocks that were created and removed, counted once their
 * transaction has committed. They exist from startup on.
 */
@Context
final class GraphMetrics {

    private final AfterCommit afterCommit;
    private final Counter follows;
    private final Counter unfollows;
    private final Counter blocks;
    private final Counter unblocks;

    GraphMetrics(AfterCommit afterCommit, MeterRegistry meters) {
        this.afterCommit = afterCommit;
        follows = counter("users.follows", "Follows made", meters);
        unfollows = counter("users.unfollows", "Follows removed", meters);
        blocks = counter("users.blocks", "Blocks made", meters);
        unblocks = counter("users.unblocks", "Blocks removed", meters);
    }

    private static Counter counter(String name, String description, MeterRegistry meters) {
        return Counter.builder(name).description(description).register(meters);
    }

    void turned(EdgeKind kind, boolean active) {
        Counter counter =
                switch (kind) {
                    case FOLLOW -> active ? follows : unfollows;
                    case BLOCK -> active ? blocks : unblocks;
                };
        afterCommit.run(counter::increment);
    }
}
