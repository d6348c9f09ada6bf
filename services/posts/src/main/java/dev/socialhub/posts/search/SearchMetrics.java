package dev.socialhub.posts.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/** The number of searches. Their times are those of the route. */
@Context
final class SearchMetrics {

    private final Counter posts;
    private final Counter tags;

    SearchMetrics(MeterRegistry meters) {
        posts = counter("posts", meters);
        tags = counter("tags", meters);
    }

    private static Counter counter(String type, MeterRegistry meters) {
        return Counter.builder("posts.searches")
                .description("Searches that were answered")
                .tag("type", type)
                .register(meters);
    }

    void postsSearched() {
        posts.increment();
    }

    void tagsSearched() {
        tags.increment();
    }
}
