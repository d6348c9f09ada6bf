package dev.socialhub.notifications.append;

import dev.socialhub.notifications.head.FindRowEnd;
import dev.socialhub.notifications.head.HeadStore;
import dev.socialhub.notifications.head.HeadStore.RowEnding;
import dev.socialhub.notifications.notification.Announcement;
import dev.socialhub.notifications.notification.Notification;
import dev.socialhub.notifications.notification.NotificationId;
import dev.socialhub.notifications.notification.NotificationStore;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/**
 * Gives announcements their numbers. A number is taken by inserting a document with it: the store
 * refuses the second writer, which looks for the row's end again and continues from there. So
 * numbers are dense and appear in order, however many instances write, and whenever any of them
 * dies.
 */
@Singleton
public final class AppendNotifications {

    /** How many users' rows are written at the same time. */
    private static final int ROWS_AT_ONCE = 16;

    private static final int MAX_ATTEMPTS = 200;

    private static final RowEnding NOTHING = new RowEnding(0, false);

    private final NotificationStore notifications;
    private final HeadStore heads;
    private final FindRowEnd rowEnd;
    private final RowEndCache knownEnds;
    private final AdvanceHeads advanceHeads;

    AppendNotifications(
            NotificationStore notifications,
            HeadStore heads,
            FindRowEnd rowEnd,
            RowEndCache knownEnds,
            AdvanceHeads advanceHeads) {
        this.notifications = notifications;
        this.heads = heads;
        this.rowEnd = rowEnd;
        this.knownEnds = knownEnds;
        this.advanceHeads = advanceHeads;
    }

    /**
     * Appends each to its recipient's row, in this order, unless it exists already or its recipient
     * is deleted.
     *
     * @return how many were new
     */
    public int append(List<Announcement> announcements) {
        Map<UUID, Map<String, Announcement>> rows = new LinkedHashMap<>();
        for (Announcement announcement : announcements) {
            rows.computeIfAbsent(announcement.recipient(), _ -> new LinkedHashMap<>())
                    .putIfAbsent(announcement.key(), announcement);
        }
        List<Row> open = open(rows);
        if (open.isEmpty()) {
            return 0;
        }
        List<End> ends = insertAll(open);
        Map<UUID, Long> reached = reached(ends);
        knownEnds.put(reached);
        raise(reached);
        return created(ends);
    }

    /** Raises heads at once where another instance writes to the row and relies on the head. */
    private void raise(Map<UUID, Long> reached) {
        Map<UUID, Long> shared = new HashMap<>(reached);
        shared.keySet().retainAll(knownEnds.shared(reached.keySet()));
        if (!shared.isEmpty()) {
            heads.raise(shared);
        }
        reached.keySet().removeAll(shared.keySet());
        advanceHeads.later(reached);
    }

    /** The rows of existing users, beginning after the numbers that are known to be taken. */
    private List<Row> open(Map<UUID, Map<String, Announcement>> rows) {
        Map<UUID, Long> known = knownEnds.of(rows.keySet());
        Set<UUID> unknown = new HashSet<>(rows.keySet());
        unknown.removeAll(known.keySet());
        Map<UUID, RowEnding> found = unknown.isEmpty() ? Map.of() : heads.endings(unknown);
        List<Row> open = new ArrayList<>();
        rows.forEach((owner, row) -> {
            RowEnding ending = found.getOrDefault(owner, NOTHING);
            if (!ending.closed()) {
                long last = known.getOrDefault(owner, ending.lastSeq());
                open.add(new Row(owner, last, List.copyOf(row.values()), 0, 0));
            }
        });
        return open;
    }

    /**
     * One statement for all, in order, so that no row gets a hole; it ends where a number or an
     * event is there already. What is left is then inserted without regard to that row.
     */
    private List<End> insertAll(List<Row> rows) {
        int inserted =
                notifications.insertInOrder(
                        rows.stream().map(Row::numbered).flatMap(List::stream).toList());
        List<End> ends = new ArrayList<>();
        List<Row> left = new ArrayList<>();
        for (Row row : rows) {
            int insertedHere = Math.min(inserted, row.waiting().size());
            inserted -= insertedHere;
            Row rest = row.without(insertedHere);
            if (rest.waiting().isEmpty()) {
                ends.add(rest.end());
            } else {
                left.add(rest);
            }
        }
        if (!left.isEmpty()) {
            ends.add(insertRest(left.getFirst()));
            ends.addAll(insertApart(left.subList(1, left.size())));
        }
        return ends;
    }

    /** Rows know nothing of each other, so each that is longer has a thread of its own. */
    private List<End> insertApart(List<Row> rows) {
        List<Row> singles = rows.stream().filter(row -> row.waiting().size() == 1).toList();
        List<Row> longer = rows.stream().filter(row -> row.waiting().size() > 1).toList();
        List<End> ends = new ArrayList<>(insertSingles(singles));
        ends.addAll(beside(longer, this::insert));
        return ends;
    }

    private List<End> insertSingles(List<Row> singles) {
        if (singles.isEmpty()) {
            return List.of();
        }
        List<Notification> numbered =
                singles.stream().map(row -> row.numbered().getFirst()).toList();
        Set<NotificationId> refused =
                notifications.insertEach(numbered).stream()
                        .map(Notification::id)
                        .collect(Collectors.toSet());
        List<End> ends = new ArrayList<>();
        List<Row> left = new ArrayList<>();
        for (Row row : singles) {
            if (refused.contains(new NotificationId(row.owner(), row.last() + 1))) {
                left.add(row);
            } else {
                ends.add(row.without(1).end());
            }
        }
        ends.addAll(beside(left, this::insertRest));
        return ends;
    }

    private static List<End> beside(List<Row> rows, Function<Row, End> write) {
        return rows.stream().gather(Gatherers.mapConcurrent(ROWS_AT_ONCE, write)).toList();
    }

    private End insert(Row row) {
        Row rest = row.without(notifications.insertInOrder(row.numbered()));
        return rest.waiting().isEmpty() ? rest.end() : insertRest(rest);
    }

    /**
     * The next number or the next event was there already: drops what is present, renumbers the
     * rest.
     */
    private End insertRest(Row refused) {
        knownEnds.share(refused.owner());
        Row row = refused;
        while (row.attempt() < MAX_ATTEMPTS) {
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
        throw new RowContended(MAX_ATTEMPTS);
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
