package dev.socialhub.notifications.reading;

import dev.socialhub.notifications.expiry.ExpireRow;
import dev.socialhub.notifications.head.Head;
import dev.socialhub.notifications.head.ReadHead;
import dev.socialhub.notifications.notification.Notification;
import dev.socialhub.notifications.notification.NotificationId;
import dev.socialhub.notifications.notification.NotificationStore;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import dev.socialhub.shared.paging.SequenceCursor;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

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
    private record Asked(UUID owner, PageQuery query, boolean unreadOnly) {

        /** The numbers to be shown. */
        Page<Long> seqs(Head head) {
            long from = Math.min(query.below().seq() - 1, head.lastSeq());
            List<Long> seqs =
                    head.shownDownFrom(from, unreadOnly).limit(query.rows()).boxed().toList();
            return Page.of(seqs, query, SequenceCursor::new, Function.identity());
        }
    }

    Page<NotificationView> page(UUID owner, PageQuery query, boolean unreadOnly) {
        Asked asked = new Asked(owner, query, unreadOnly);
        Seen result = readPage(asked, expireRow.ifTooLong(owner, readHead.of(owner)));
        return result.whole()
                ? result.page()
                // One was removed after the head was read, or by the store itself.
                : readPage(asked, expireRow.of(owner)).page();
    }

    private Seen readPage(Asked asked, Head head) {
        Page<Long> seqs = asked.seqs(head);
        List<NotificationView> items =
                notifications.find(ids(asked.owner(), seqs.items())).stream()
                        .sorted(NEWEST_FIRST)
                        .map(one -> NotificationView.of(one, head.marks()))
                        .toList();
        return new Seen(new Page<>(items, seqs.nextCursor()), items.size() == seqs.items().size());
    }

    private static List<NotificationId> ids(UUID owner, List<Long> seqs) {
        return seqs.stream().map(seq -> new NotificationId(owner, seq)).toList();
    }
}
