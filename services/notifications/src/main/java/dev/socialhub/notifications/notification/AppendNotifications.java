package dev.socialhub.notifications.notification;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Gatherers;

/**
 * Gives announcements their numbers. A number is taken by inserting under it: whoever comes second
 * is refused by the store, looks again where the row ends, and goes on from there. So numbers are
 * dense and appear in order, however many instances write, and whenever any of them dies.
 */
@Singleton
final class AppendNotifications {

    /** How many people's rows are written at the same time. */
    private static final int ROWS_AT_ONCE = 16;

    private static final int MOST_ATTEMPTS = 200;

    private final NotificationStore notifications;
    private final HeadStore heads;
    private final RowEnd rowEnd;

    AppendNotifications(NotificationStore notifications, HeadStore heads, RowEnd rowEnd) {
        this.notifications = notifications;
        this.heads = heads;
        this.rowEnd = rowEnd;
    }

    /**
     * Appends each to its recipient's row, in this order, unless its event is there already.
     *
     * @return how many were new
     */
    int append(List<Announcement> announcements) {
        Map<UUID, Map<String, Announcement>> rows = new LinkedHashMap<>();
        for (Announcement announcement : announcements) {
            rows.computeIfAbsent(announcement.recipient(), _ -> new LinkedHashMap<>())
                    .putIfAbsent(announcement.key(), announcement);
        }
        if (rows.isEmpty()) {
            return 0;
        }
        List<End> ends = appendRows(rows, heads.lastSeqs(rows.keySet()));
        heads.raise(reached(ends));
        return created(ends);
    }

    private List<End> appendRows(
            Map<UUID, Map<String, Announcement>> rows, Map<UUID, Long> lastSeqs) {
        List<Notification> lone = new ArrayList<>();
        List<Row> longer = new ArrayList<>();
        rows.forEach((owner, row) -> {
            long last = lastSeqs.getOrDefault(owner, 0L);
            if (row.size() == 1) {
                lone.add(row.values().iterator().next().numbered(last + 1));
            } else {
                longer.add(new Row(owner, last, List.copyOf(row.values()), 0, 0));
            }
        });
        List<End> ends = new ArrayList<>(insertLone(lone));
        ends.addAll(beside(longer, this::insert));
        return ends;
    }

    /** Most people get one notification at a time; one statement serves all of them. */
    private List<End> insertLone(List<Notification> lone) {
        if (lone.isEmpty()) {
            return List.of();
        }
        Set<Notification> refused = new LinkedHashSet<>(notifications.insertEach(lone));
        List<End> ends = new ArrayList<>();
        for (Notification one : lone) {
            if (!refused.contains(one)) {
                ends.add(new End(one.id().owner(), one.id().seq(), 1));
            }
        }
        ends.addAll(beside(refused.stream().map(Row::of).toList(), this::goOn));
        return ends;
    }

    /** Rows know nothing of each other, so each has its statements on a thread of its own. */
    private static List<End> beside(List<Row> rows, Function<Row, End> write) {
        return rows.stream().gather(Gatherers.mapConcurrent(ROWS_AT_ONCE, write)).toList();
    }

    private End insert(Row row) {
        Row rest = row.without(notifications.insertInOrder(row.numbered()));
        return rest.waiting().isEmpty() ? rest.end() : goOn(rest);
    }

    /**
     * The next number or the next event was there already: drops what is present, renumbers the
     * rest.
     */
    private End goOn(Row refused) {
        Row row = refused;
        while (row.attempt() < MOST_ATTEMPTS) {
            Row rest =
                    row.withoutPresent(
                            notifications.present(
                                    row.waiting().stream().map(Announcement::key).toList()));
            Row next = rest.from(rowEnd.from(rest.owner(), rest.last()));
            if (!next.waiting().isEmpty()) {
                next = next.without(notifications.insertInOrder(next.numbered()));
            }
            if (next.waiting().isEmpty()) {
                return next.end();
            }
            row = next;
        }
        throw new RowContended(MOST_ATTEMPTS);
    }

    private static Map<UUID, Long> reached(Collection<End> ends) {
        Map<UUID, Long> reached = new HashMap<>();
        ends.forEach(end -> reached.put(end.owner(), end.last()));
        return reached;
    }

    private static int created(Collection<End> ends) {
        return ends.stream().mapToInt(End::created).sum();
    }

    /** Where a row ends now, and how many of its notifications are new. */
    private record End(UUID owner, long last, int created) {}

    /** What is still to be appended to one row, behind the last number known to be taken. */
    private record Row(
            UUID owner, long last, List<Announcement> waiting, int created, int attempt) {

        static Row of(Notification refused) {
            NotificationId id = refused.id();
            return new Row(id.owner(), id.seq() - 1, List.of(refused.announcement()), 0, 0);
        }

        List<Notification> numbered() {
            List<Notification> numbered = new ArrayList<>(waiting.size());
            for (Announcement announcement : waiting) {
                numbered.add(announcement.numbered(last + numbered.size() + 1));
            }
            return numbered;
        }

        Row without(int inserted) {
            List<Announcement> rest = waiting.subList(inserted, waiting.size());
            return new Row(owner, last + inserted, rest, created + inserted, attempt);
        }

        Row withoutPresent(Set<String> keys) {
            List<Announcement> rest =
                    waiting.stream().filter(one -> !keys.contains(one.key())).toList();
            return new Row(owner, last, rest, created, attempt);
        }

        Row from(long end) {
            return new Row(owner, end, waiting, created, attempt + 1);
        }

        End end() {
            return new End(owner, last, created);
        }
    }
}
