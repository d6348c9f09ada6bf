package dev.socialhub.notifications.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where notifications stand, found by their number or by the event behind them and in no other way.
 */
interface NotificationStore {

    /**
     * Inserts one after the other, up to the first whose number or event is there already.
     *
     * @return how many were inserted
     */
    Mono<Integer> insertInOrder(List<Notification> notifications);

    /**
     * Inserts each for itself. No two may belong to one person: a refusal in between would leave a
     * hole in that row.
     *
     * @return the refused ones, whose number or event is there already
     */
    Mono<List<Notification>> insertEach(List<Notification> notifications);

    /** Those of these keys that have a notification. */
    Mono<Set<String>> present(Collection<String> dedupeKeys);

    /** Those of the numbers {@code from} to {@code from + count - 1} that are taken. */
    Mono<Set<Long>> taken(UUID owner, long from, int count);

    /** Those of these that exist, in any order. */
    Flux<Notification> find(Collection<NotificationId> ids);

    /** Those that tell of something before this time, in any order. */
    Flux<NotificationId> createdBefore(Instant time);

    /** Removes those of these that exist, and returns how many. */
    Mono<Long> remove(Collection<NotificationId> ids);

    /** Has the store itself, if it can, remove what served its time long ago. */
    Mono<Void> limitAge();
}
