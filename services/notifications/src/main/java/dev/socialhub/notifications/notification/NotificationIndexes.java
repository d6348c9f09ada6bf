package dev.socialhub.notifications.notification;

import dev.socialhub.mongo.MongoIndex;
import dev.socialhub.mongo.MongoIndexes;
import jakarta.inject.Singleton;
import java.util.List;

/** The indexes of the notifications: which ones are required, and when they are created. */
@Singleton
public final class NotificationIndexes {

    public static final String COLLECTION = "notifications";

    /** Finds what an event has made, and keeps it from making it twice. */
    private static final MongoIndex BY_EVENT = MongoIndex.unique(NotificationDocuments.DEDUPE);

    private final MongoIndexes indexes;
    private final MongoIndex byTime;
    private volatile boolean writable;

    NotificationIndexes(MongoIndexes indexes, Retention retention) {
        this.indexes = indexes;
        this.byTime = MongoIndex.expiring(NotificationDocuments.CREATED_AT, retention.atMost());
    }

    public List<MongoIndex> declared() {
        return List.of(BY_EVENT, byTime);
    }

    /**
     * Only after the unique key exists may anything be written that relies on it. A failure is not
     * remembered, since the store may be away when we start; two at once do the same twice.
     */
    public void toWrite() {
        if (!writable) {
            indexes.apply(COLLECTION, BY_EVENT);
            writable = true;
        }
    }

    /** The server may remove old notifications only after all heads have passed them. */
    void toExpire() {
        indexes.apply(COLLECTION, byTime);
    }
}
