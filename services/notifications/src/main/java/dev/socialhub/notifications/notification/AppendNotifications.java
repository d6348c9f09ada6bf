package dev.socialhub.notifications.notification;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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
    Mono<Integer> append(List<Announcement> announcements) {
        Map<UUID, Map<String, Announcement>> rows = new LinkedHashMap<>();
        for (Announcement announcement : announcements) {
            rows.computeIfAbsent(announcement.recipient(), _ -> new LinkedHashMap<>())
                    .putIfAbsent(announcement.dedupeKey(), announcement);
        }
        if (rows.isEmpty()) {
            return Mono.just(0);
        }
        return heads.lastSeqs(rows.keySet())
                .flatMap(lastSeqs -> appendRows(rows, lastSeqs))
                .flatMap(ends -> heads.raise(reached(ends)).thenReturn(created(ends)));
    }

    private Mono<List<End>> appendRows(
            Map<UUID, Map<String, Announcement>> rows, Map<UUID, Long> lastSeqs) {
        List<Notification> lone = new ArrayList<>();
        List<Mono<End>> longer = new ArrayList<>();
        rows.forEach((owner, row) -> {
            long last = lastSeqs.getOrDefault(owner, 0L);
            if (row.size() == 1) {
                lone.add(row.values().iterator().next().numbered(last + 1));
            } else {
                longer.add(insert(new Row(owner, last, List.copyOf(row.values()), 0, 0)));
            }
        });
        return Flux.concat(
                        insertLone(lone),
                        Flux.fromIterable(longer).flatMap(row -> row, ROWS_AT_ONCE))
                .collectList();
    }

    /** Most people get one notification at a time; one statement serves all of them. */
    private Flux<End> insertLone(List<Notification> lone) {
        if (lone.isEmpty()) {
            return Flux.empty();
        }
        return notifications
                .insertEach(lone)
                .flatMapMany(refused -> {
                    List<Notification> inserted = new ArrayList<>(lone);
                    inserted.removeAll(refused);
                    return Flux.concat(
                            Flux.fromIterable(inserted)
                                    .map(one -> new End(one.id().owner(), one.id().seq(), 1)),
                            Flux.fromIterable(refused)
                                    .flatMap(one -> goOn(Row.of(one)), ROWS_AT_ONCE));
                });
    }

    private Mono<End> insert(Row row) {
        return notifications
                .insertInOrder(row.numbered())
                .flatMap(inserted -> {
                    Row rest = row.without(inserted);
                    return rest.waiting().isEmpty() ? Mono.just(rest.end()) : goOn(rest);
                });
    }

    /**
     * The next number or the next event was there already: drops what is present, renumbers the
     * rest.
     */
    private Mono<End> goOn(Row row) {
        if (row.attempt() == MOST_ATTEMPTS) {
            return Mono.error(new RowContended(MOST_ATTEMPTS));
        }
        return notifications
                .present(row.waiting().stream().map(Announcement::dedupeKey).toList())
                .map(row::withoutPresent)
                .flatMap(rest ->
                        rowEnd.from(rest.owner(), rest.last())
                                .map(rest::from)
                                .flatMap(next ->
                                        next.waiting().isEmpty()
                                                ? Mono.just(next.end())
                                                : insert(next)));
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
                    waiting.stream().filter(one -> !keys.contains(one.dedupeKey())).toList();
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
