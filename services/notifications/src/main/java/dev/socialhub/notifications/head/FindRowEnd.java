package dev.socialhub.notifications.head;

import dev.socialhub.notifications.notification.NotificationStore;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/**
 * Finds how far a row reaches. The head may lag behind the notifications; since numbers are dense,
 * looking forward from it finds the end.
 */
@Singleton
public final class FindRowEnd {

    private static final int INITIAL_COUNT = 8;
    private static final int MAX_COUNT = 1_024;

    private final NotificationStore notifications;

    public FindRowEnd(NotificationStore notifications) {
        this.notifications = notifications;
    }

    /**
     * The last number taken.
     *
     * @param known a number that is taken for sure, or 0
     */
    public long from(UUID owner, long known) {
        long end = known;
        int count = INITIAL_COUNT;
        while (true) {
            long checkedUpTo = end + count;
            Set<Long> taken = notifications.taken(owner, end + 1, count);
            while (taken.contains(end + 1)) {
                end++;
            }
            if (end < checkedUpTo) {
                return end;
            }
            count = Math.min(count * 4, MAX_COUNT);
        }
    }
}
