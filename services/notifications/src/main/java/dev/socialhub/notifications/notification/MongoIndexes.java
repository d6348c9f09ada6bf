package dev.socialhub.notifications.notification;

import com.mongodb.MongoCommandException;
import dev.socialhub.notifications.mongo.MongoAnswers;
import dev.socialhub.notifications.mongo.MongoCollections;
import dev.socialhub.notifications.mongo.MongoIndex;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The indexes of the notifications: which ones are required, and how they are created. */
@Singleton
public final class MongoIndexes {

    /** Finds what an event has made, and keeps it from making it twice. */
    private static final MongoIndex BY_EVENT = MongoIndex.unique(NotificationDocuments.DEDUPE);

    private static final int INDEX_NOT_FOUND = 27;

    /** CommandNotFound; InvalidOptions, of servers that can't give an age to an index without. */
    private static final Set<Integer> NO_SUCH_CHANGE = Set.of(59, 72);

    private final MongoCollections collections;
    private final MongoIndex byTime;
    private volatile boolean writable;

    MongoIndexes(MongoCollections collections, Retention retention) {
        this.collections = collections;
        this.byTime = MongoIndex.expiring(NotificationDocuments.CREATED_AT, retention.atMost());
    }

    public List<MongoIndex> declared() {
        return List.of(BY_EVENT, byTime);
    }

    /** Those that are there, by name. */
    public Map<String, MongoIndex> found() {
        Map<String, MongoIndex> found = new HashMap<>();
        MongoAnswers.all(collections.notifications().listIndexes()).stream()
                .map(MongoIndex::found)
                .forEach(index -> found.put(index.name(), index));
        return found;
    }

    /**
     * Only after the unique key exists may anything be written that relies on it. A failure is not
     * remembered, since the store may be away when we start; two at once do the same twice.
     */
    public void toWrite() {
        if (!writable) {
            apply(BY_EVENT);
            writable = true;
        }
    }

    /** The server may remove old notifications only after all heads have passed them. */
    void toExpire() {
        apply(byTime);
    }

    /** Makes an index, or gives the one that is there the age that was declared for it. */
    public void apply(MongoIndex wanted) {
        @Nullable MongoIndex present = found().get(wanted.name());
        if (wanted.equals(present)) {
            return;
        }
        if (present != null && wanted.isButForItsAge(present)) {
            change(wanted);
        } else {
            create(wanted);
        }
    }

    private void change(MongoIndex wanted) {
        try {
            collections.command(wanted.change(MongoCollections.NOTIFICATIONS));
        } catch (MongoCommandException e) {
            if (!NO_SUCH_CHANGE.contains(e.getErrorCode())) {
                throw e;
            }
            drop(wanted);
            create(wanted);
        }
    }

    private void drop(MongoIndex index) {
        try {
            MongoAnswers.end(collections.notifications().dropIndex(index.name()));
        } catch (MongoCommandException e) {
            // Otherwise another instance was first.
            if (e.getErrorCode() != INDEX_NOT_FOUND) {
                throw e;
            }
        }
    }

    private void create(MongoIndex index) {
        MongoAnswers.end(collections.notifications().createIndex(index.keys(), index.options()));
    }
}
