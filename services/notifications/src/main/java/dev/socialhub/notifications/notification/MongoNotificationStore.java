package dev.socialhub.notifications.notification;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The store in MongoDB. After duplicates only the indexes of the errors are trusted, never counts.
 */
@Singleton
final class MongoNotificationStore implements NotificationStore {

    private final MongoCollections collections;
    private final MongoIndexes indexes;

    MongoNotificationStore(MongoCollections collections, MongoIndexes indexes) {
        this.collections = collections;
        this.indexes = indexes;
    }

    @Override
    public Mono<Integer> insertInOrder(List<Notification> notifications) {
        return insert(notifications, true)
                .thenReturn(notifications.size())
                .onErrorResume(
                        MongoBulkWriteException.class,
                        e ->
                                MongoErrors.onlyDuplicates(e)
                                        ? Mono.just(e.getWriteErrors().getFirst().getIndex())
                                        : Mono.error(e));
    }

    @Override
    public Mono<List<Notification>> insertEach(List<Notification> notifications) {
        return insert(notifications, false)
                .thenReturn(List.<Notification>of())
                .onErrorResume(
                        MongoBulkWriteException.class,
                        e ->
                                MongoErrors.onlyDuplicates(e)
                                        ? Mono.just(
                                                e.getWriteErrors().stream()
                                                        .map(BulkWriteError::getIndex)
                                                        .map(notifications::get)
                                                        .toList())
                                        : Mono.error(e));
    }

    private Mono<Void> insert(List<Notification> notifications, boolean ordered) {
        List<Document> documents = notifications.stream().map(NotificationDocuments::of).toList();
        return indexes.toWrite()
                .flatMap(_ ->
                        Mono.from(
                                notifications()
                                        .insertMany(
                                                documents,
                                                new InsertManyOptions().ordered(ordered))))
                .then();
    }

    @Override
    public Mono<Set<String>> present(Collection<String> dedupeKeys) {
        return Flux.from(
                        notifications()
                                .find(NotificationDocuments.byDedupeKeys(dedupeKeys))
                                .projection(Projections.include(NotificationDocuments.DEDUPE)))
                .map(document -> document.getString(NotificationDocuments.DEDUPE))
                .collect(Collectors.toSet());
    }

    @Override
    public Mono<Set<Long>> taken(UUID owner, long from, int count) {
        List<NotificationId> ids =
                LongStream.range(from, from + count)
                        .mapToObj(seq -> new NotificationId(owner, seq))
                        .toList();
        return Flux.from(
                        notifications()
                                .find(NotificationDocuments.byIds(ids))
                                .projection(Projections.include(NotificationDocuments.ID)))
                .map(document -> NotificationDocuments.idOf(document).seq())
                .collect(Collectors.toSet());
    }

    @Override
    public Flux<Notification> find(Collection<NotificationId> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(notifications().find(NotificationDocuments.byIds(ids)))
                        .map(NotificationDocuments::read);
    }

    @Override
    public Flux<NotificationId> createdBefore(Instant time) {
        return Flux.from(
                        notifications()
                                .find(NotificationDocuments.byTimeBefore(time))
                                .projection(Projections.include(NotificationDocuments.ID)))
                .map(NotificationDocuments::idOf);
    }

    @Override
    public Mono<Long> remove(Collection<NotificationId> ids) {
        return Mono.from(notifications().deleteMany(NotificationDocuments.byIds(ids)))
                .map(DeleteResult::getDeletedCount);
    }

    @Override
    public Mono<Void> limitAge() {
        return indexes.toExpire();
    }

    private MongoCollection<Document> notifications() {
        return collections.notifications();
    }
}
