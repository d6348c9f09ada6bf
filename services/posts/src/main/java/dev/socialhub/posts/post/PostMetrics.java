package dev.socialhub.posts.post;

import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.shared.transaction.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The numbers of posts published, edited and deleted. A post is counted when the running
 * transaction has committed, since it may be rolled back until then. The series begin when the
 * service starts.
 */
@Context
final class PostMetrics {

    private final AfterCommit afterCommit;
    private final Map<Visibility, Counter> published = new EnumMap<>(Visibility.class);
    private final Counter edited;
    private final Counter deleted;

    PostMetrics(AfterCommit afterCommit, MeterRegistry meters) {
        this.afterCommit = afterCommit;
        for (Visibility visibility : Visibility.values()) {
            published.put(
                    visibility,
                    Counter.builder("posts.published")
                            .description("Posts published")
                            .tag("visibility", visibility.wireName())
                            .register(meters));
        }
        this.edited =
                Counter.builder("posts.edited").description("Edits of posts").register(meters);
        this.deleted =
                Counter.builder("posts.deleted")
                        .description("Posts that their authors deleted")
                        .register(meters);
    }

    void published(Visibility visibility) {
        afterCommit.run(Objects.requireNonNull(published.get(visibility))::increment);
    }

    void edited() {
        afterCommit.run(edited::increment);
    }

    void deleted() {
        afterCommit.run(deleted::increment);
    }
}
