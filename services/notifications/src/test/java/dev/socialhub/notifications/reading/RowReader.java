package dev.socialhub.notifications.reading;

import dev.socialhub.notifications.expiry.ExpireRow;
import dev.socialhub.notifications.head.HeadStore;
import dev.socialhub.notifications.head.ReadHead;
import dev.socialhub.notifications.notification.Actor;
import dev.socialhub.notifications.notification.Entity;
import dev.socialhub.notifications.notification.NotificationStore;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user that reads their row and marks parts of it, for the tests of other features. */
public final class RowReader {

    private final ListNotifications list;
    private final MarkRead markRead;

    public RowReader(
            ReadHead readHead,
            HeadStore heads,
            NotificationStore notifications,
            ExpireRow expireRow) {
        this.list = new ListNotifications(readHead, notifications, expireRow);
        this.markRead = new MarkRead(readHead, heads, notifications);
    }

    /** A page; the first one without a cursor. */
    public Page<Shown> page(UUID owner, int limit, @Nullable String cursor, boolean unreadOnly) {
        Page<NotificationView> page = list.page(owner, new PageQuery(limit, cursor), unreadOnly);
        return new Page<>(page.items().stream().map(Shown::of).toList(), page.nextCursor());
    }

    public long markRead(UUID owner, Collection<Long> seqs) {
        return markRead.these(owner, seqs);
    }

    public long markAllRead(UUID owner) {
        return markRead.all(owner);
    }

    /** What a page shows of a notification. */
    public record Shown(long seq, Actor actor, Entity entity) {

        static Shown of(NotificationView view) {
            return new Shown(view.seq(), view.actor(), view.entity());
        }
    }
}
