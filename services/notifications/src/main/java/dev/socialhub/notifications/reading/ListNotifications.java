package dev.socialhub.notifications.reading;

import dev.socialhub.notifications.expiry.ExpireRow;
import dev.socialhub.notifications.head.Head;
import dev.socialhub.notifications.head.ReadHead;
import dev.socialhub.notifications.notification.Notification;
import dev.socialhub.notifications.notification.NotificationId;
import dev.socialhub.notifications.notification.NotificationStore;
import dev.socialhub.shared.paging.Page;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows someone their notifications, newest first. */
@Singleton
final class ListNotifications {

    private static final Comparator<Notification> NEWEST_FIRST =
            Comparator.comparingLong((Notification one) -> one.id().seq()).reversed();

    private final ReadHead readHead;
    private final NotificationStore notifications;
    private final ExpireRow expireRow;

    ListNotifications(ReadHead readHead, NotificationStore notifications, ExpireRow expireRow) {
        this.readHead = readHead;
        this.notifications = notifications;
        this.expireRow = expireRow;
    }

    /** What was found, and whether that is all that there should be. */
    private record Seen(Page<NotificationView> page, boolean whole) {}

    /** What is asked for. */
    private record Asked(UUID owner, int limit, SequenceCursor before, boolean unreadOnly) {

        /** The numbers to be shown, and one more that only tells that there is more. */
        List<Long> seqs(Head head) {
            long from = Math.min(before.seq() - 1, head.lastSeq());
            return head.shownDownFrom(from, unreadOnly).limit(limit + 1L).boxed().toList();
        }
    }

    Page<NotificationView> page(UUID owner, int limit, SequenceCursor before, boolean unreadOnly) {
        Asked asked = new Asked(owner, limit, before, unreadOnly);
        Seen result = readPage(asked, expireRow.ifTooLong(owner, readHead.of(owner)));
        return result.whole()
                ? result.page()
                // One was removed after the head was read, or by the store itself.
                : readPage(asked, expireRow.of(owner)).page();
    }

    private Seen readPage(Asked asked, Head head) {
        List<Long> seqs = asked.seqs(head);
        boolean more = seqs.size() > asked.limit();
        List<Long> shown = more ? seqs.subList(0, asked.limit()) : seqs;
        @Nullable String next = more ? new SequenceCursor(shown.getLast()).encoded() : null;
        List<NotificationView> items =
                notifications.find(ids(asked.owner(), shown)).stream()
                        .sorted(NEWEST_FIRST)
                        .map(one -> NotificationView.of(one, head.marks()))
                        .toList();
        return new Seen(new Page<>(items, next), items.size() == shown.size());
    }

    private static List<NotificationId> ids(UUID owner, List<Long> seqs) {
        return seqs.stream().map(seq -> new NotificationId(owner, seq)).toList();
    }
}
