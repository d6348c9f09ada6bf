package dev.socialhub.chat.socket;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Limits the events of each user over all connections to this instance (GCRA). An event above the
 * rate is not refused: it is handled later, and reading from its connection pauses meanwhile.
 */
@Singleton
final class EventRate {

    private final long nanosPerEvent;
    private final long toleranceNanos;
    private final LongSupplier nanoTime;

    /** When the events that a user has sent are paid off. */
    private final Cache<UUID, AtomicLong> paidOff;

    @jakarta.inject.Inject
    EventRate(EventRateConfiguration settings) {
        this(settings, System::nanoTime);
    }

    EventRate(EventRateConfiguration settings, LongSupplier nanoTime) {
        this.nanosPerEvent = Duration.ofSeconds(1).toNanos() / settings.perSecond();
        this.toleranceNanos = nanosPerEvent * settings.burst();
        this.nanoTime = nanoTime;
        this.paidOff =
                Caffeine.newBuilder()
                        .expireAfterAccess(Duration.ofNanos(toleranceNanos).plusSeconds(1))
                        .build();
    }

    /** Counts an event; how long it must wait, in nanoseconds. */
    long delayOf(UUID userId) {
        long now = nanoTime.getAsLong();
        long paid =
                paidOff.get(userId, _ -> new AtomicLong(now))
                        .updateAndGet(before -> Math.max(before, now) + nanosPerEvent);
        return Math.max(0, paid - now - toleranceNanos);
    }
}
