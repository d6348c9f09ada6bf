package dev.socialhub.notifications.notification;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import reactor.core.publisher.Mono;

/**
 * Moves the beginning of a row past what has served its time. Only from the oldest on: a younger
 * one keeps all above it, so that a row never has a hole.
 */
@Singleton
final class ExpireRow {

    private static final int AT_ONCE = 500;

    private final ReadHead readHead;
    private final HeadStore heads;
    private final NotificationStore notifications;
    private final Retention retention;

    ExpireRow(
            ReadHead readHead,
            HeadStore heads,
            NotificationStore notifications,
            Retention retention) {
        this.readHead = readHead;
        this.heads = heads;
        this.notifications = notifications;
        this.retention = retention;
    }

    /** What stands in the head then. Removes nothing: that comes after it. */
    Mono<Head> of(UUID owner) {
        return readHead.of(owner)
                .flatMap(head ->
                        lastExpired(owner, head.expiredUpTo(), head.lastSeq())
                                .flatMap(end ->
                                        end == head.expiredUpTo()
                                                ? Mono.just(head)
                                                : expire(owner, head, end)));
    }

    /** Numbers up to the last one were all taken, so one that isn't there any more has expired. */
    private Mono<Long> lastExpired(UUID owner, long known, long last) {
        long end = Math.min(known + AT_ONCE, last);
        if (end == known) {
            return Mono.just(known);
        }
        List<NotificationId> next =
                LongStream.rangeClosed(known + 1, end)
                        .mapToObj(seq -> new NotificationId(owner, seq))
                        .toList();
        return notifications
                .find(next)
                .filter(one -> !one.announcement().createdAt().isBefore(retention.end()))
                .map(one -> one.id().seq())
                .reduce(Math::min)
                .map(kept -> kept - 1)
                .switchIfEmpty(Mono.defer(() -> lastExpired(owner, end, last)));
    }

    private Mono<Head> expire(UUID owner, Head head, long end) {
        ReadMarks marks = new ReadMarks(end, head.marks().above());
        return heads.expire(owner, end, marks.superfluous())
                .flatMap(now -> readHead.complete(owner, now));
    }
}
