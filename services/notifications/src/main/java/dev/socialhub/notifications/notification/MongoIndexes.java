package dev.socialhub.notifications.notification;

import com.mongodb.MongoCommandException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The indexes of the notifications: which there have to be, and how they come about. */
@Singleton
final class MongoIndexes {

    /** Finds what an event has made, and keeps it from making it twice. */
    private static final MongoIndex BY_EVENT = MongoIndex.unique(NotificationDocuments.DEDUPE);

    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);
    private static final int INDEX_NOT_FOUND = 27;

    /** CommandNotFound; InvalidOptions, of servers that can't give an age to an index without. */
    private static final Set<Integer> NO_SUCH_CHANGE = Set.of(59, 72);

    private final MongoCollections collections;
    private final MongoIndex byTime;
    private final Mono<Boolean> writable;

    MongoIndexes(MongoCollections collections, Retention retention) {
        this.collections = collections;
        this.byTime = MongoIndex.expiring(NotificationDocuments.CREATED_AT, retention.atMost());
        this.writable =
                Mono.defer(() -> apply(BY_EVENT).thenReturn(true))
                        // A failure is not remembered: the store may be away when we start.
                        .cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    List<MongoIndex> declared() {
        return List.of(BY_EVENT, byTime);
    }

    /** Those that are there, by name. */
    Mono<Map<String, MongoIndex>> found() {
        return Flux.from(collections.notifications().listIndexes())
                .map(MongoIndex::found)
                .collectMap(MongoIndex::name);
    }

    /** Only after the unique key exists may anything be written that relies on it. */
    Mono<Boolean> toWrite() {
        return writable;
    }

    /** Only after all heads have passed what is too old may the server remove it. */
    Mono<Void> toExpire() {
        return apply(byTime);
    }

    /** Makes an index, or gives the one that is there the age that was declared for it. */
    Mono<Void> apply(MongoIndex wanted) {
        return found().flatMap(found -> {
            MongoIndex present = found.get(wanted.name());
            if (wanted.equals(present)) {
                return Mono.empty();
            }
            return present != null && wanted.isButForItsAge(present)
                    ? change(wanted)
                    : create(wanted);
        });
    }

    private Mono<Void> change(MongoIndex wanted) {
        return collections
                .command(wanted.change(MongoCollections.NOTIFICATIONS))
                .then()
                .onErrorResume(
                        MongoCommandException.class,
                        e ->
                                NO_SUCH_CHANGE.contains(e.getErrorCode())
                                        ? drop(wanted).then(create(wanted))
                                        : Mono.error(e));
    }

    private Mono<Void> drop(MongoIndex index) {
        return Mono.from(collections.notifications().dropIndex(index.name()))
                .onErrorResume(
                        MongoCommandException.class,
                        // Another instance was first.
                        e -> e.getErrorCode() == INDEX_NOT_FOUND ? Mono.empty() : Mono.error(e));
    }

    private Mono<Void> create(MongoIndex index) {
        return Mono.defer(() ->
                        Mono.from(
                                collections
                                        .notifications()
                                        .createIndex(index.keys(), index.options())))
                .then();
    }
}
