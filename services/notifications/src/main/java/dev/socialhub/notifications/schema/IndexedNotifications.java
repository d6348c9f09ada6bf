package dev.socialhub.notifications.schema;

import dev.socialhub.mongo.IndexedCollection;
import dev.socialhub.mongo.MongoIndex;
import dev.socialhub.notifications.expiry.ExpireNotifications;
import dev.socialhub.notifications.notification.NotificationIndexes;
import jakarta.inject.Singleton;
import java.util.List;

/** The notifications; what has expired is removed before the server may remove anything itself. */
@Singleton
final class IndexedNotifications implements IndexedCollection {

    private final NotificationIndexes indexes;
    private final ExpireNotifications expireNotifications;

    IndexedNotifications(NotificationIndexes indexes, ExpireNotifications expireNotifications) {
        this.indexes = indexes;
        this.expireNotifications = expireNotifications;
    }

    @Override
    public String name() {
        return NotificationIndexes.COLLECTION;
    }

    @Override
    public List<MongoIndex> indexes() {
        return indexes.declared();
    }

    @Override
    public void prepare() {
        indexes.toWrite();
        expireNotifications.atLeastOnce();
    }

    @Override
    public void beforeRepair() {
        expireNotifications.all();
    }
}
