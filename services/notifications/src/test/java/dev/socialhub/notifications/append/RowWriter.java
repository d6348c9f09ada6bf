package dev.socialhub.notifications.append;

import dev.socialhub.notifications.head.FindRowEnd;
import dev.socialhub.notifications.head.HeadStore;
import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.NotificationStore;
import java.time.Clock;
import java.util.List;

/** An instance that has just started and writes to rows, for the tests of other features. */
public final class RowWriter {

    private final AppendNotifications appendNotifications;
    private final AdvanceHeads advanceHeads;

    public RowWriter(NotificationStore notifications, HeadStore heads, Clock clock) {
        this.advanceHeads = new AdvanceHeads(heads);
        this.appendNotifications =
                new AppendNotifications(
                        notifications,
                        heads,
                        new FindRowEnd(notifications),
                        new RowEndCache(clock),
                        advanceHeads);
    }

    /** Appends these and leaves their heads behind; returns how many were new. */
    public int append(List<Announcement> announcements) {
        return appendNotifications.append(announcements);
    }

    /** Appends these and raises their heads; returns how many were new. */
    public int appendAndRaise(List<Announcement> announcements) {
        int created = append(announcements);
        advanceHeads.now();
        return created;
    }
}
