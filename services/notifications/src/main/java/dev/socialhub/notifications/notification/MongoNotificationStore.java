package dev.socialhub.notifications.notification;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.socialhub.mongo.MongoAnswers;
import dev.socialhub.mongo.MongoCollections;
import dev.socialhub.mongo.MongoErrors;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;

/**
 * The store in MongoDB. After duplicates only the indexes of the errors are trusted, never counts.
 */
@Singleton
final class MongoNotificationStore implements NotificationStore {

    private final MongoCollections collections;
    private final NotificationIndexes indexes;

    MongoNotificationStore(MongoCollections collections, NotificationIndexes indexes) {
        this.collections = collections;
        this.indexes = indexes;
    }

    @Override
    public int insertInOrder(List<Notification> notifications) {
        try {
            insert(notifications, true);
            return notifications.size();
        } catch (MongoBulkWriteException e) {
            return refused(e).getFirst().getIndex();
        }
    }

    @Override
    public List<Notification> insertEach(List<Notification> notifications) {
        try {
            insert(notifications, false);
            return List.of();
        } catch (MongoBulkWriteException e) {
            return refused(e).stream()
                    .map(BulkWriteError::getIndex)
                    .map(notifications::get)
                    .toList();
        }
    }

    private void insert(List<Notification> notifications, boolean ordered) {
        insertDocuments(notifications.stream().map(NotificationDocuments::of).toList(), ordered);
    }

    private void insertDocuments(List<Document> documents, boolean ordered) {
        indexes.toWrite();
        MongoAnswers.end(
                notifications().insertMany(documents, new InsertManyOptions().ordered(ordered)));
    }

    /** What was there already, if that is all that went wrong. */
    private static List<BulkWriteError> refused(MongoBulkWriteException error) {
        if (!MongoErrors.onlyDuplicates(error)) {
            throw error;
        }
        return error.getWriteErrors();
    }

    @Override
    public Set<String> present(Collection<String> keys) {
        return MongoAnswers.all(
                        notifications()
                                .find(NotificationDocuments.byKeys(keys))
                                .projection(Projections.include(NotificationDocuments.DEDUPE)))
                .stream()
                .map(document -> document.getString(NotificationDocuments.DEDUPE))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<Long> taken(UUID owner, long from, int count) {
        List<NotificationId> ids =
                LongStream.range(from, from + count)
                        .mapToObj(seq -> new NotificationId(owner, seq))
                        .toList();
        return MongoAnswers.all(
                        notifications()
                                .find(NotificationDocuments.byIds(ids))
                                .projection(Projections.include(NotificationDocuments.ID)))
                .stream()
                .map(document -> NotificationDocuments.idOf(document).seq())
                .collect(Collectors.toSet());
    }

    @Override
    public List<Notification> find(Collection<NotificationId> ids) {
        return ids.isEmpty() ? List.of() : find(NotificationDocuments.byIds(ids));
    }

    @Override
    public List<Notification> findByKeys(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : find(NotificationDocuments.byKeys(keys));
    }

    private List<Notification> find(Bson filter) {
        return MongoAnswers.all(notifications().find(filter)).stream()
                .filter(document -> !NotificationDocuments.isPlaceholder(document))
                .map(NotificationDocuments::read)
                .toList();
    }

    @Override
    public void refuse(Map<String, Instant> keys) {
        List<Document> placeholders = new ArrayList<>(keys.size());
        keys.forEach((key, at) -> placeholders.add(NotificationDocuments.placeholder(key, at)));
        try {
            insertDocuments(placeholders, false);
        } catch (MongoBulkWriteException e) {
            var _ = refused(e);
        }
    }

    @Override
    public void clear(Collection<NotificationId> ids) {
        MongoAnswers.end(
                notifications()
                        .updateMany(
                                NotificationDocuments.byIds(ids),
                                NotificationDocuments.toPlaceholder()));
    }

    @Override
    public void removePlaceholders(Instant time) {
        MongoAnswers.end(
                notifications().deleteMany(NotificationDocuments.placeholdersBefore(time)));
    }

    @Override
    public void createdBefore(Instant time, int atOnce, Consumer<List<NotificationId>> found) {
        MongoAnswers.inParts(
                Flux.from(
                                notifications()
                                        .find(NotificationDocuments.byTimeBefore(time))
                                        .projection(
                                                Projections.include(
                                                        NotificationDocuments.ID,
                                                        NotificationDocuments.PLACEHOLDER)))
                        .filter(document -> !NotificationDocuments.isPlaceholder(document))
                        .map(NotificationDocuments::idOf),
                atOnce,
                found);
    }

    @Override
    public long remove(Collection<NotificationId> ids) {
        return MongoAnswers.one(notifications().deleteMany(NotificationDocuments.byIds(ids)))
                .getDeletedCount();
    }

    @Override
    public void limitAge() {
        indexes.toExpire();
    }

    private MongoCollection<Document> notifications() {
        return collections.named(NotificationIndexes.COLLECTION);
    }
}
