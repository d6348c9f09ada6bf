package dev.socialhub.notifications.expiry;

import dev.socialhub.notifications.head.Head;
import dev.socialhub.notifications.head.HeadStore;
import dev.socialhub.notifications.head.ReadHead;
import dev.socialhub.notifications.head.ReadMarks;
import dev.socialhub.notifications.notification.NotificationId;
import dev.socialhub.notifications.notification.NotificationStore;
import dev.socialhub.notifications.notification.Retention;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Moves the beginning of a row past expired notifications. Only from the oldest on: a younger one
 * keeps all above it, so that a row never has a hole.
 */
@Singleton
public final class ExpireRow {

    private static final int AT_ONCE = 500;

    private final ReadHead readHead;
    private final HeadStore heads;
    private final NotificationStore notifications;
    private final Retention retention;

    public ExpireRow(
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
    public Head of(UUID owner) {
        Head head = readHead.of(owner);
        long end =
                lastExpired(
                        owner,
                        Math.max(head.expiredUpTo(), head.retracted().overflow()),
                        head.lastSeq());
        return end == head.expiredUpTo() ? head : expire(owner, head, end);
    }

    /** The head, of a row that begins later if too many above its beginning were retracted. */
    public Head ifTooLong(UUID owner, Head head) {
        return head.retracted().overflow() > head.expiredUpTo() ? of(owner) : head;
    }

    /** Numbers up to the last one were all taken, so one that isn't there any more has expired. */
    private long lastExpired(UUID owner, long known, long last) {
        long end = known;
        while (end < last) {
            long next = Math.min(end + AT_ONCE, last);
            OptionalLong kept = firstKept(owner, end + 1, next);
            if (kept.isPresent()) {
                return kept.getAsLong() - 1;
            }
            end = next;
        }
        return end;
    }

    private OptionalLong firstKept(UUID owner, long from, long to) {
        List<NotificationId> ids =
                LongStream.rangeClosed(from, to)
                        .mapToObj(seq -> new NotificationId(owner, seq))
                        .toList();
        return notifications.find(ids).stream()
                .filter(one -> !one.announcement().createdAt().isBefore(retention.end()))
                .mapToLong(one -> one.id().seq())
                .min();
    }

    private Head expire(UUID owner, Head head, long end) {
        Set<Long> superfluous = new HashSet<>(head.retracted().superfluous(end));
        superfluous.addAll(new ReadMarks(end, head.marks().above()).superfluous());
        return readHead.complete(owner, heads.expire(owner, end, superfluous));
    }
}
