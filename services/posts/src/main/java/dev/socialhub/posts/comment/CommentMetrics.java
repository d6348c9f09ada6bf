package dev.socialhub.posts.comment;

import dev.socialhub.shared.transaction.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/** The numbers of comments added and deleted, counted once their transaction has committed. */
@Context
final class CommentMetrics {

    private final AfterCommit afterCommit;
    private final Counter added;
    private final Counter deleted;

    CommentMetrics(AfterCommit afterCommit, MeterRegistry meters) {
        this.afterCommit = afterCommit;
        added = Counter.builder("posts.comments").description("Comments added").register(meters);
        deleted =
                Counter.builder("posts.comments.deleted")
                        .description("Comments deleted")
                        .register(meters);
    }

    void added() {
        afterCommit.run(added::increment);
    }

    void deleted() {
        afterCommit.run(deleted::increment);
    }
}
