package dev.socialhub.notifications.notification;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Removes all that a deleted person was ever told. Somebody may be writing to their row at the same
 * moment: so the head is closed before the row is emptied, and whoever has written looks for closed
 * heads afterwards. One of the two always comes second.
 */
@Singleton
final class EraseNotifications {

    private static final int AT_ONCE = 500;

    private final HeadStore heads;
    private final NotificationStore notifications;
    private final RowEnd rowEnd;

    EraseNotifications(HeadStore heads, NotificationStore notifications, RowEnd rowEnd) {
        this.heads = heads;
        this.notifications = notifications;
        this.rowEnd = rowEnd;
    }

    /** Erases this person's row for good. */
    Mono<Void> of(UUID owner, Instant deletedAt) {
        return heads.close(owner, deletedAt).then(empty(owner));
    }

    /** Those of these people whose row was erased. */
    Mono<Set<UUID>> gone(Collection<UUID> people) {
        return heads.closed(people);
    }

    /** Empties the rows again of those among these people who are gone. */
    Mono<Void> ofTheGone(Collection<UUID> written) {
        return written.isEmpty()
                ? Mono.empty()
                : heads.closed(written).flatMapIterable(gone -> gone).concatMap(this::empty).then();
    }

    /** Always the whole row: a number may be taken again after it was removed. */
    private Mono<Void> empty(UUID owner) {
        return Mono.defer(() -> heads.lastSeqs(List.of(owner)))
                .flatMap(known -> rowEnd.from(owner, known.getOrDefault(owner, 0L)))
                // First, so that whoever looks for the row's end after a crash passes the hole.
                .flatMap(end -> heads.raise(Map.of(owner, end)).thenReturn(end))
                .flatMapMany(end -> Flux.fromStream(() -> numbers(end)))
                .map(seq -> new NotificationId(owner, seq))
                .buffer(AT_ONCE)
                .concatMap(notifications::remove)
                .then();
    }

    private static Stream<Long> numbers(long end) {
        return LongStream.rangeClosed(1, end).boxed();
    }
}
