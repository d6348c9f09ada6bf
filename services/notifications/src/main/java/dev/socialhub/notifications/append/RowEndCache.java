package dev.socialhub.notifications.append;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows end to which this instance has written within the last minute. Only a guess:
 * another instance may have gone on, and the store then refuses the number. A minute is too short
 * for a number to have been given back since.
 */
@Singleton
final class RowEndCache {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int LIMIT = 10_000;

    private final Clock clock;
    private final LinkedHashMap<UUID, End> ends = new LinkedHashMap<>();

    RowEndCache(Clock clock) {
        this.clock = clock;
    }

    /** The last numbers, as far as they are known. */
    synchronized Map<UUID, Long> of(Collection<UUID> owners) {
        Instant now = clock.instant();
        Map<UUID, Long> known = new HashMap<>();
        for (UUID owner : owners) {
            @Nullable End end = ends.get(owner);
            if (end != null && !end.shared && end.until.isAfter(now)) {
                known.put(owner, end.seq);
            }
        }
        return known;
    }

    /** Those of these rows to which another instance writes as well. */
    synchronized Set<UUID> shared(Collection<UUID> owners) {
        Instant now = clock.instant();
        Set<UUID> shared = new HashSet<>();
        for (UUID owner : owners) {
            @Nullable End end = ends.get(owner);
            if (end != null && end.shared && end.until.isAfter(now)) {
                shared.add(owner);
            }
        }
        return shared;
    }

    /** Remembers the ends of rows to which only this instance writes. */
    synchronized void put(Map<UUID, Long> lastSeqs) {
        Instant now = clock.instant();
        lastSeqs.forEach((owner, seq) -> {
            @Nullable End end = ends.get(owner);
            if (end == null || !end.shared || !end.until.isAfter(now)) {
                put(owner, new End(seq, now.plus(KEPT), false));
            }
        });
    }

    /** Another instance writes to this row as well, so its end isn't guessed for a while. */
    synchronized void share(UUID owner) {
        put(owner, new End(0, clock.instant().plus(KEPT), true));
    }

    /** To the end of the map, from whose beginning they are forgotten. */
    private void put(UUID owner, End end) {
        ends.remove(owner);
        ends.put(owner, end);
        if (ends.size() > LIMIT) {
            ends.pollFirstEntry();
        }
    }

    private record End(long seq, Instant until, boolean shared) {}
}
