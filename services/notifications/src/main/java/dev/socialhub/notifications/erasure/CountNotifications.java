package dev.socialhub.notifications.erasure;

import dev.socialhub.notifications.head.Head;
import dev.socialhub.notifications.head.HeadStore;
import dev.socialhub.notifications.head.ReadHead;
import dev.socialhub.notifications.notification.NotificationStore;
import dev.socialhub.ops.person.PersonFacts;
import dev.socialhub.ops.person.StoredUserData;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts a user's notifications; for a deleted user, those that are left. */
@Singleton
final class CountNotifications implements PersonFacts {

    private static final int AT_ONCE = 500;

    private final HeadStore heads;
    private final ReadHead readHead;
    private final NotificationStore notifications;

    CountNotifications(HeadStore heads, ReadHead readHead, NotificationStore notifications) {
        this.heads = heads;
        this.readHead = readHead;
        this.notifications = notifications;
    }

    @Override
    public StoredUserData of(UUID userId) {
        Optional<Instant> deletedAt = heads.closedAt(userId);
        if (deletedAt.isPresent()) {
            return held(deletedAt.get(), left(userId), 0);
        }
        Head head = readHead.of(userId);
        return held(null, head.kept(), head.unread());
    }

    /** The numbers are dense, so nothing stands behind the last one that is known. */
    private long left(UUID userId) {
        long last = heads.lastSeqs(List.of(userId)).getOrDefault(userId, 0L);
        long left = 0;
        for (long from = 1; from <= last; from += AT_ONCE) {
            left += notifications.taken(userId, from, AT_ONCE).size();
        }
        return left;
    }

    private static StoredUserData held(
            @Nullable Instant deletedAt, long notifications, long unread) {
        Map<String, Long> facts = new LinkedHashMap<>();
        facts.put("notifications", notifications);
        facts.put("unread", unread);
        return new StoredUserData(deletedAt, deletedAt != null && notifications == 0, facts);
    }
}
