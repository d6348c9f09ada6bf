package dev.socialhub.notifications.notification;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

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
    void of(UUID owner, Instant deletedAt) {
        heads.close(owner, deletedAt);
        empty(owner);
    }

    /** Those of these people whose row was erased. */
    Set<UUID> gone(Collection<UUID> people) {
        return heads.closed(people);
    }

    /**
     * Empties the rows again of those among these people who are gone, and returns who they are.
     */
    Set<UUID> ofTheGone(Collection<UUID> people) {
        Set<UUID> gone = people.isEmpty() ? Set.of() : heads.closed(people);
        gone.forEach(this::empty);
        return gone;
    }

    /** Always the whole row: a number may be taken again after it was removed. */
    private void empty(UUID owner) {
        long known = heads.lastSeqs(List.of(owner)).getOrDefault(owner, 0L);
        long end = rowEnd.from(owner, known);
        // First, so that whoever looks for the row's end after a crash passes the hole.
        heads.raise(Map.of(owner, end));
        for (long from = 1; from <= end; from += AT_ONCE) {
            notifications.remove(ids(owner, from, Math.min(from + AT_ONCE - 1, end)));
        }
    }

    private static List<NotificationId> ids(UUID owner, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(seq -> new NotificationId(owner, seq))
                .toList();
    }
}
