package dev.socialhub.posts.post;

import dev.socialhub.contracts.post.Visibility;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import java.sql.Connection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The numbers of posts published and deleted. A post is counted when the running transaction has
 * committed, since it may be rolled back until then. The series begin when the service starts.
 */
@Context
final class PostMetrics {

    private final TransactionOperations<Connection> transactions;
    private final Map<Visibility, Counter> published = new EnumMap<>(Visibility.class);
    private final Counter deleted;

    PostMetrics(TransactionOperations<Connection> transactions, MeterRegistry meters) {
        this.transactions = transactions;
        for (Visibility visibility : Visibility.values()) {
            published.put(
                    visibility,
                    Counter.builder("posts.published")
                            .description("Posts published")
                            .tag("visibility", visibility.wireName())
                            .register(meters));
        }
        this.deleted =
                Counter.builder("posts.deleted")
                        .description("Posts that their authors deleted")
                        .register(meters);
    }

    void published(Visibility visibility) {
        onceCommitted(Objects.requireNonNull(published.get(visibility)));
    }

    void deleted() {
        onceCommitted(deleted);
    }

    private void onceCommitted(Counter counter) {
        transactions
                .findTransactionStatus()
                .orElseThrow()
                .registerSynchronization(
                        new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                                counter.increment();
                            }
                        });
    }
}
