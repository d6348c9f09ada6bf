package dev.socialhub.notifications.notification;

import com.mongodb.MongoException;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Removes notifications that have served their time. The head first: what it doesn't show any more
 * may go in whatever order, by whichever instance, and after a crash the rest goes next time.
 */
@Singleton
final class ExpireNotifications {

    private static final Logger LOG = LoggerFactory.getLogger(ExpireNotifications.class);
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);
    private static final int AT_ONCE = 500;
    private static final int ROWS_AT_ONCE = 16;

    private final NotificationStore notifications;
    private final ExpireRow expireRow;
    private final Retention retention;
    private final NotificationMetrics metrics;
    private final Mono<Long> first;

    ExpireNotifications(
            NotificationStore notifications,
            ExpireRow expireRow,
            Retention retention,
            NotificationMetrics metrics) {
        this.notifications = notifications;
        this.expireRow = expireRow;
        this.retention = retention;
        this.metrics = metrics;
        this.first =
                Mono.defer(this::all).cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** Soon after the start as well: a shorter time may have been set. */
    @Scheduled(initialDelay = "1s", fixedDelay = "10m")
    void expire() {
        try {
            all().block();
        } catch (MongoException e) {
            if (!MongoErrors.passes(e)) {
                throw e;
            }
            LOG.warn("Notifications expire later, MongoDB does not answer: {}", e.toString());
        }
    }

    /** Nothing, if it was done since this instance started. */
    Mono<Long> atLeastOnce() {
        return first;
    }

    /** How many were removed. */
    Mono<Long> all() {
        return notifications
                .createdBefore(retention.end())
                .buffer(AT_ONCE)
                .concatMap(this::expire)
                .reduce(0L, Long::sum)
                .flatMap(removed -> notifications.limitAge().thenReturn(removed));
    }

    private Mono<Long> expire(List<NotificationId> found) {
        Collection<List<NotificationId>> rows =
                found.stream().collect(Collectors.groupingBy(NotificationId::owner)).values();
        return Flux.fromIterable(rows)
                .flatMap(this::expireRow, ROWS_AT_ONCE)
                .collectList()
                .filter(expired -> !expired.isEmpty())
                .flatMap(notifications::remove)
                .doOnNext(metrics::expired)
                .defaultIfEmpty(0L);
    }

    private Flux<NotificationId> expireRow(List<NotificationId> found) {
        UUID owner = found.getFirst().owner();
        return expireRow
                .of(owner)
                .flatMapIterable(head ->
                        found.stream().filter(one -> one.seq() <= head.expiredUpTo()).toList());
    }
}
