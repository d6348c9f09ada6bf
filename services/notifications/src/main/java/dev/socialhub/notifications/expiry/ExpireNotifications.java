package dev.socialhub.notifications.expiry;

import com.mongodb.MongoException;
import dev.socialhub.mongo.MongoErrors;
import dev.socialhub.notifications.head.Head;
import dev.socialhub.notifications.metrics.NotificationMetrics;
import dev.socialhub.notifications.notification.NotificationId;
import dev.socialhub.notifications.notification.NotificationStore;
import dev.socialhub.notifications.notification.Retention;
import dev.socialhub.notifications.retraction.SubjectStore;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes expired notifications. The head moves first: what it no longer shows may be removed in
 * any order and by any instance, and after a crash the rest is removed the next time.
 */
@Singleton
public final class ExpireNotifications {

    private static final Logger LOG = LoggerFactory.getLogger(ExpireNotifications.class);
    private static final int AT_ONCE = 500;
    private static final int ROWS_AT_ONCE = 16;

    private final NotificationStore notifications;
    private final SubjectStore subjects;
    private final ExpireRow expireRow;
    private final Retention retention;
    private final NotificationMetrics metrics;
    private boolean done;

    ExpireNotifications(
            NotificationStore notifications,
            SubjectStore subjects,
            ExpireRow expireRow,
            Retention retention,
            NotificationMetrics metrics) {
        this.notifications = notifications;
        this.subjects = subjects;
        this.expireRow = expireRow;
        this.retention = retention;
        this.metrics = metrics;
    }

    /** A shorter time may have been set than before. */
    @Scheduled(initialDelay = "1s")
    void soonAfterTheStart() {
        logIfUnavailable(this::atLeastOnce);
    }

    @Scheduled(initialDelay = "10m", fixedDelay = "10m")
    void expire() {
        logIfUnavailable(this::all);
    }

    private static void logIfUnavailable(Runnable expiry) {
        try {
            expiry.run();
        } catch (MongoException e) {
            if (!MongoErrors.passes(e)) {
                throw e;
            }
            LOG.warn("Notifications expire later, since MongoDB does not answer: {}", e.toString());
        }
    }

    /** Nothing, if it was done since this instance started; two instances do the same twice. */
    public synchronized void atLeastOnce() {
        if (!done) {
            all();
            done = true;
        }
    }

    /** How many were removed. */
    public long all() {
        LongAdder removed = new LongAdder();
        notifications.createdBefore(retention.end(), AT_ONCE, found -> removed.add(expire(found)));
        notifications.removePlaceholders(retention.end());
        subjects.removeBefore(retention.firstDay());
        notifications.limitAge();
        return removed.sum();
    }

    private long expire(List<NotificationId> found) {
        Collection<List<NotificationId>> rows =
                found.stream().collect(Collectors.groupingBy(NotificationId::owner)).values();
        List<NotificationId> expired =
                rows.stream()
                        .gather(Gatherers.mapConcurrent(ROWS_AT_ONCE, this::expireRow))
                        .flatMap(List::stream)
                        .toList();
        if (expired.isEmpty()) {
            return 0;
        }
        long removed = notifications.remove(expired);
        metrics.expired(removed);
        return removed;
    }

    private List<NotificationId> expireRow(List<NotificationId> found) {
        Head head = expireRow.of(found.getFirst().owner());
        return found.stream().filter(one -> one.seq() <= head.expiredUpTo()).toList();
    }
}
