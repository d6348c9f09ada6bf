package dev.socialhub.notifications.erasure;

import com.mongodb.MongoException;
import dev.socialhub.mongo.MongoErrors;
import dev.socialhub.notifications.head.FindRowEnd;
import dev.socialhub.notifications.head.HeadStore;
import dev.socialhub.notifications.notification.NotificationId;
import dev.socialhub.notifications.notification.NotificationStore;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes all notifications of a deleted user. An instance that took the row for open may be
 * writing to it at the same moment: so the row is emptied a second time once that is over.
 */
@Singleton
public final class EraseNotifications {

    private static final Logger LOG = LoggerFactory.getLogger(EraseNotifications.class);
    private static final int AT_ONCE = 500;

    /** Longer than {@link RowEndCache} remembers and a statement may take. */
    private static final Duration WRITING = Duration.ofMinutes(5);

    private final HeadStore heads;
    private final NotificationStore notifications;
    private final FindRowEnd rowEnd;
    private final ErasureStore erasures;
    private final Clock clock;

    public EraseNotifications(
            HeadStore heads,
            NotificationStore notifications,
            FindRowEnd rowEnd,
            ErasureStore erasures,
            Clock clock) {
        this.heads = heads;
        this.notifications = notifications;
        this.rowEnd = rowEnd;
        this.erasures = erasures;
        this.clock = clock;
    }

    /** Erases this user's row permanently. */
    public void of(UUID owner, Instant deletedAt) {
        erasures.begin(owner, clock.instant());
        heads.close(owner, deletedAt);
        empty(owner);
    }

    /** Those of these users whose row was erased. */
    public Set<UUID> gone(Collection<UUID> userIds) {
        return userIds.isEmpty() ? Set.of() : heads.closed(userIds);
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    void complete() {
        try {
            again();
        } catch (MongoException e) {
            if (!MongoErrors.passes(e)) {
                throw e;
            }
            LOG.warn(
                    "Rows are emptied again later, since MongoDB does not answer: {}",
                    e.toString());
        }
    }

    /** Empties the rows once more to which nothing can be added any longer. */
    void again() {
        for (UUID owner : erasures.begunBefore(clock.instant().minus(WRITING))) {
            empty(owner);
            erasures.end(owner);
        }
    }

    /** Always the whole row: a number may be taken again after it was removed. */
    private void empty(UUID owner) {
        long known = heads.lastSeqs(List.of(owner)).getOrDefault(owner, 0L);
        long end = rowEnd.from(owner, known);
        // Done first, so that an instance that looks for the row's end after a crash skips the
        // hole.
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
