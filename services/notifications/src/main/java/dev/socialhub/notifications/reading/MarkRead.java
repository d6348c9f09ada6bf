package dev.socialhub.notifications.reading;

import dev.socialhub.notifications.head.Head;
import dev.socialhub.notifications.head.HeadStore;
import dev.socialhub.notifications.head.ReadHead;
import dev.socialhub.notifications.head.ReadMarks;
import dev.socialhub.notifications.notification.NotificationId;
import dev.socialhub.notifications.notification.NotificationStore;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers what someone has read. A mark is never taken back, so calls may repeat and run side by
 * side without any order between them.
 */
@Singleton
final class MarkRead {

    private final ReadHead readHead;
    private final HeadStore heads;
    private final NotificationStore notifications;

    MarkRead(ReadHead readHead, HeadStore heads, NotificationStore notifications) {
        this.readHead = readHead;
        this.heads = heads;
        this.notifications = notifications;
    }

    /** Marks one; answers how many are unread then, or nothing if there is no such notification. */
    Optional<Long> one(NotificationId id) {
        if (notifications.find(List.of(id)).isEmpty()) {
            return Optional.empty();
        }
        Head head = readHead.of(id.owner());
        return head.retracted().hides(id.seq())
                ? Optional.empty()
                : Optional.of(mark(id.owner(), head, List.of(id.seq())));
    }

    /** Marks these, which must exist; answers how many are unread then. */
    long these(UUID owner, Collection<Long> seqs) {
        return mark(owner, readHead.of(owner), seqs);
    }

    private long mark(UUID owner, Head head, Collection<Long> seqs) {
        List<Long> newlyRead = seqs.stream().filter(seq -> !head.marks().covers(seq)).toList();
        return (newlyRead.isEmpty() ? head : add(owner, newlyRead)).unread();
    }

    /** Marks all that there are now; answers how many are unread then. */
    long all(UUID owner) {
        Head head = readHead.of(owner);
        return head.unread() == 0
                ? 0
                : raise(owner, new ReadMarks(head.lastSeq(), head.marks().above())).unread();
    }

    private Head add(UUID owner, List<Long> seqs) {
        Head head = heads.read(owner, seqs);
        ReadMarks compacted = head.compactedMarks();
        return compacted.upTo() > head.marks().upTo()
                ? raise(owner, new ReadMarks(compacted.upTo(), head.marks().above()))
                : readHead.complete(owner, head);
    }

    /**
     * Raises the mark below which all is read. Whatever was marked meanwhile stays: numbers are
     * only dropped when this very statement makes them superfluous.
     */
    private Head raise(UUID owner, ReadMarks marks) {
        return readHead.complete(owner, heads.readUpTo(owner, marks.upTo(), marks.superfluous()));
    }
}
