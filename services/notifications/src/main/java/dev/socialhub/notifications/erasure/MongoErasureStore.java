package dev.socialhub.notifications.erasure;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.socialhub.mongo.MongoAnswers;
import dev.socialhub.mongo.MongoCollections;
import dev.socialhub.mongo.MongoErrors;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** The rows in MongoDB, a document each; there are as many as users were deleted just now. */
@Singleton
final class MongoErasureStore implements ErasureStore {

    private static final String COLLECTION = "erasures";
    private static final String ID = "_id";
    private static final String BEGUN_AT = "begunAt";

    private final MongoCollections collections;

    MongoErasureStore(MongoCollections collections) {
        this.collections = collections;
    }

    @Override
    public void begin(UUID owner, Instant at) {
        MongoErrors.throughCollisions(() ->
                MongoAnswers.one(
                        erasures()
                                .updateOne(
                                        Filters.eq(ID, owner.toString()),
                                        Updates.max(BEGUN_AT, Date.from(at)),
                                        new UpdateOptions().upsert(true))));
    }

    @Override
    public List<UUID> begunBefore(Instant time) {
        return MongoAnswers.all(erasures().find(Filters.lt(BEGUN_AT, Date.from(time)))).stream()
                .map((Document document) -> UUID.fromString(document.getString(ID)))
                .toList();
    }

    @Override
    public void end(UUID owner) {
        MongoAnswers.end(erasures().deleteOne(Filters.eq(ID, owner.toString())));
    }

    private MongoCollection<Document> erasures() {
        return collections.named(COLLECTION);
    }
}
