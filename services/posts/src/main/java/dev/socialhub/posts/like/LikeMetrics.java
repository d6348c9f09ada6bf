package dev.socialhub.posts.like;

import dev.socialhub.shared.transaction.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/** The numbers of likes added and removed, counted once their transaction has committed. */
@Context
final class LikeMetrics {

    private final AfterCommit afterCommit;
    private final Counter likes;
    private final Counter unlikes;

    LikeMetrics(AfterCommit afterCommit, MeterRegistry meters) {
        this.afterCommit = afterCommit;
        likes = Counter.builder("posts.likes").description("Likes added").register(meters);
        unlikes = Counter.builder("posts.unlikes").description("Likes removed").register(meters);
    }

    void changed(boolean liked) {
        Counter counter = liked ? likes : unlikes;
        afterCommit.run(counter::increment);
    }
}
