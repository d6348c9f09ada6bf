package dev.socialhub.notifications.notification;

import dev.socialhub.shared.paging.Page;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Shows someone their notifications, newest first. */
@Singleton
final class ListNotifications {

    private static final Comparator<Notification> NEWEST_FIRST =
            Comparator.comparingLong((Notification one) -> one.id().seq()).reversed();

    private final ReadHead readHead;
    private final NotificationStore notifications;

    ListNotifications(ReadHead readHead, NotificationStore notifications) {
        this.readHead = readHead;
        this.notifications = notifications;
    }

    Mono<Page<NotificationView>> page(
            UUID owner, int limit, SequenceCursor before, boolean unreadOnly) {
        return readHead.of(owner).flatMap(head -> page(owner, head, limit, before, unreadOnly));
    }

    private Mono<Page<NotificationView>> page(
            UUID owner, Head head, int limit, SequenceCursor before, boolean unreadOnly) {
        long from = Math.min(before.seq() - 1, head.lastSeq());
        // One more than asked for only tells that there is more.
        List<Long> seqs = downFrom(from, limit + 1, head.marks(), unreadOnly).boxed().toList();
        boolean more = seqs.size() > limit;
        List<Long> shown = more ? seqs.subList(0, limit) : seqs;
        @Nullable String next = more ? new SequenceCursor(shown.getLast()).encoded() : null;
        return notifications
                .find(shown.stream().map(seq -> new NotificationId(owner, seq)).toList())
                .sort(NEWEST_FIRST)
                .map(one -> NotificationView.of(one, head.marks()))
                .collectList()
                .map(items -> new Page<>(items, next));
    }

    private static LongStream downFrom(long from, int limit, ReadMarks marks, boolean unreadOnly) {
        return unreadOnly
                ? marks.unreadDownFrom(from, limit)
                : LongStream.iterate(from, seq -> seq >= 1, seq -> seq - 1).limit(limit);
    }
}
