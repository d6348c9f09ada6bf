package dev.socialhub.ops.projection;

import dev.socialhub.contracts.user.SnapshotPage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A range of keys in a copy and at its owner, compared as often as necessary. */
final class ComparedPage<R> {

    private final Projection<R> projection;
    private final @Nullable String after;
    private final int limit;
    private final int checked;
    private final @Nullable String next;

    /** The keys that the two didn't agree on when last looked at. */
    private SortedSet<String> open;

    /**
     * Compares for the first time, cheaply: concurrent changes look like differences. The range
     * ends where the shorter of the two sides' pages does, so that a copy with more rows than its
     * owner, or fewer, is no more work than any other.
     */
    ComparedPage(Projection<R> projection, @Nullable String after, int limit) {
        this.projection = projection;
        this.after = after;
        this.limit = limit;
        SnapshotPage<R> owned = projection.owned(after, limit);
        SnapshotPage<R> held = held(after);
        this.next = lower(owned.next(), held.next());
        NavigableMap<String, R> ownedRows = upTo(next, owned.items());
        NavigableMap<String, R> heldRows = upTo(next, held.items());
        TreeSet<String> keys = new TreeSet<>(ownedRows.keySet());
        keys.addAll(heldRows.keySet());
        this.checked = keys.size();
        this.open = keysOf(differences(keys, heldRows, ownedRows));
    }

    /** How many keys there are. */
    int checked() {
        return checked;
    }

    /** The last key, or null when nothing comes after this page. */
    @Nullable String next() {
        return next;
    }

    /** Compares the different rows again: the copy is read first, and then the owner. */
    List<ProjectionDifference<R>> look() {
        if (open.isEmpty()) {
            return List.of();
        }
        NavigableMap<String, R> held = collect(this::held);
        NavigableMap<String, R> owned = collect(from -> projection.owned(from, limit));
        List<ProjectionDifference<R>> found =
                projection.repair().withoutReason(differences(open, held, owned));
        open = keysOf(found);
        return found;
    }

    private SnapshotPage<R> held(@Nullable String from) {
        List<R> rows = projection.held(from, limit);
        return new SnapshotPage<>(
                rows, rows.size() < limit ? null : projection.keyOf(rows.getLast()));
    }

    /** One side's rows up to the last key in question: live writes may have made several pages. */
    private NavigableMap<String, R> collect(Side<R> side) {
        NavigableMap<String, R> rows = new TreeMap<>();
        String last = open.last();
        String from = after;
        do {
            SnapshotPage<R> page = side.page(from);
            rows.putAll(upTo(last, page.items()));
            from = page.next();
        } while (from != null && from.compareTo(last) < 0);
        return rows;
    }

    private NavigableMap<String, R> upTo(@Nullable String last, Collection<R> rows) {
        NavigableMap<String, R> kept = new TreeMap<>();
        for (R row : rows) {
            String key = projection.keyOf(row);
            if (last == null || key.compareTo(last) <= 0) {
                kept.put(key, row);
            }
        }
        return kept;
    }

    private List<ProjectionDifference<R>> differences(
            Collection<String> keys, NavigableMap<String, R> held, NavigableMap<String, R> owned) {
        List<ProjectionDifference<R>> found = new ArrayList<>();
        for (String key : keys) {
            ProjectionDifference<R> difference = difference(key, held.get(key), owned.get(key));
            if (difference != null) {
                found.add(difference);
            }
        }
        return found;
    }

    private @Nullable ProjectionDifference<R> difference(
            String key, @Nullable R held, @Nullable R owned) {
        if (held == null) {
            return owned == null
                    ? null
                    : new ProjectionDifference<>(
                            key,
                            Verdict.MISSING,
                            null,
                            owned,
                            projection.comparison().versionOf(owned));
        }
        String version = projection.comparison().versionOf(held);
        if (owned == null) {
            return new ProjectionDifference<>(key, Verdict.SURPLUS, held, null, version);
        }
        Verdict verdict = projection.comparison().compare(held, owned);
        return verdict == null
                ? null
                : new ProjectionDifference<>(
                        key, verdict, held, owned, contrast(version, verdict, owned));
    }

    private String contrast(String version, Verdict verdict, R owned) {
        String ownedVersion = projection.comparison().versionOf(owned);
        if (verdict == Verdict.BEHIND) {
            return version + " < " + ownedVersion;
        }
        return version.equals(ownedVersion)
                ? version + " has different content"
                : version + " > " + ownedVersion;
    }

    private static <R> SortedSet<String> keysOf(List<ProjectionDifference<R>> differences) {
        return new TreeSet<>(differences.stream().map(ProjectionDifference::key).toList());
    }

    private static @Nullable String lower(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? one : other;
    }

    private interface Side<R> {
        SnapshotPage<R> page(@Nullable String from);
    }
}
