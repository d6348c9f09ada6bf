package dev.socialhub.posts.mention;

import dev.socialhub.shared.transaction.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/** The number of mentions that were published, counted once their transaction has committed. */
@Context
final class MentionMetrics {

    private final AfterCommit afterCommit;
    private final Counter published;

    MentionMetrics(AfterCommit afterCommit, MeterRegistry meters) {
        this.afterCommit = afterCommit;
        this.published =
                Counter.builder("posts.mentions")
                        .description("Users that were mentioned in a post that they may see")
                        .register(meters);
    }

    void published() {
        afterCommit.run(published::increment);
    }
}
