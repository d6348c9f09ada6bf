package dev.socialhub.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.reactivestreams.client.MongoCollection;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Finds and creates the indexes of collections. */
@Singleton
public final class MongoIndexes {

    private static final int INDEX_NOT_FOUND = 27;

    /** CommandNotFound; InvalidOptions, of servers that can't give an age to an index without. */
    private static final Set<Integer> NO_SUCH_CHANGE = Set.of(59, 72);

    private final MongoCollections collections;

    MongoIndexes(MongoCollections collections) {
        this.collections = collections;
    }

    /** The indexes that a collection has, by name. */
    public Map<String, MongoIndex> found(String collection) {
        Map<String, MongoIndex> found = new HashMap<>();
        MongoAnswers.all(collections.named(collection).listIndexes()).stream()
                .map(MongoIndex::found)
                .forEach(index -> found.put(index.name(), index));
        return found;
    }

    /** Makes an index, or gives the one that is there the age that was declared for it. */
    public void apply(String collection, MongoIndex wanted) {
        @Nullable MongoIndex present = found(collection).get(wanted.name());
        if (wanted.equals(present)) {
            return;
        }
        if (present != null && wanted.isButForItsAge(present)) {
            change(collection, wanted);
        } else {
            create(collection, wanted);
        }
    }

    private void change(String collection, MongoIndex wanted) {
        try {
            collections.command(wanted.change(collection));
        } catch (MongoCommandException e) {
            if (!NO_SUCH_CHANGE.contains(e.getErrorCode())) {
                throw e;
            }
            drop(collection, wanted);
            create(collection, wanted);
        }
    }

    private void drop(String collection, MongoIndex index) {
        try {
            MongoAnswers.end(collections.named(collection).dropIndex(index.name()));
        } catch (MongoCommandException e) {
            // Otherwise another instance was first.
            if (e.getErrorCode() != INDEX_NOT_FOUND) {
                throw e;
            }
        }
    }

    private void create(String collection, MongoIndex index) {
        MongoCollection<Document> indexed = collections.named(collection);
        MongoAnswers.end(indexed.createIndex(index.keys(), index.options()));
    }
}
