package dev.socialhub.notifications.notification;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/**
 * Finds how far a row reaches. The head may lag behind the notifications; since numbers are dense,
 * looking forward from it finds the end.
 */
@Singleton
final class FindRowEnd {

    private static final int FIRST_LOOK = 8;
    private static final int WIDEST_LOOK = 1_024;

    private final NotificationStore notifications;

    FindRowEnd(NotificationStore notifications) {
        this.notifications = notifications;
    }

    /**
     * The last number taken.
     *
     * @param known a number that is taken for sure, or 0
     */
    long from(UUID owner, long known) {
        long end = known;
        int count = FIRST_LOOK;
        while (true) {
            long looked = end + count;
            Set<Long> taken = notifications.taken(owner, end + 1, count);
            while (taken.contains(end + 1)) {
                end++;
            }
            if (end < looked) {
                return end;
            }
            count = Math.min(count * 4, WIDEST_LOOK);
        }
    }
}
