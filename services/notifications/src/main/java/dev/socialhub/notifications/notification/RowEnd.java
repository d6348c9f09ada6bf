package dev.socialhub.notifications.notification;

import jakarta.inject.Singleton;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Finds how far a row reaches. The head may lag behind the notifications; since numbers are dense,
 * looking forward from it finds the end.
 */
@Singleton
final class RowEnd {

    private static final int FIRST_LOOK = 8;
    private static final int WIDEST_LOOK = 1_024;

    private final NotificationStore notifications;

    RowEnd(NotificationStore notifications) {
        this.notifications = notifications;
    }

    /**
     * The last number taken.
     *
     * @param known a number that is taken for sure, or 0
     */
    Mono<Long> from(UUID owner, long known) {
        return look(owner, known, FIRST_LOOK);
    }

    private Mono<Long> look(UUID owner, long known, int count) {
        return notifications
                .taken(owner, known + 1, count)
                .flatMap(taken -> {
                    long end = known;
                    while (taken.contains(end + 1)) {
                        end++;
                    }
                    return end == known + count
                            ? look(owner, end, Math.min(count * 4, WIDEST_LOOK))
                            : Mono.just(end);
                });
    }
}
