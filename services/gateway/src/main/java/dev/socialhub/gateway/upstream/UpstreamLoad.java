package dev.socialhub.gateway.upstream;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limit.WindowedLimit;
import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.route.Importance;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many requests a service has in full and has not begun to answer, and how many it may have. A
 * caller that sends or reads slowly, and a stream that never ends, are no work of the service's, so
 * they take no place and say nothing about how busy it is. Shared by all event loops; never waits.
 */
public final class UpstreamLoad {

    /** Refusals that come within this time are one sign, and so are answers. */
    private static final long WINDOW_MILLIS = 100;

    /** Slow answers are few: it takes this long to have seen enough of them. */
    private static final long LONGEST_WINDOW_MILLIS = 5_000;

    private final AIMDLimit limit;
    private final Limit answers;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** When a refusal has lowered the limit; 0 before the first. */
    private final AtomicLong loweredNanos = new AtomicLong();

    UpstreamLoad(GatewaySettings.Overload settings) {
        this.limit =
                AIMDLimit.newBuilder()
                        .initialLimit(settings.maxInFlight())
                        .maxLimit(settings.maxInFlight())
                        .minLimit(settings.minInFlight())
                        .timeout(settings.latency().toNanos(), TimeUnit.NANOSECONDS)
                        .build();
        this.answers =
                WindowedLimit.newBuilder()
                        .minWindowTime(WINDOW_MILLIS, TimeUnit.MILLISECONDS)
                        .maxWindowTime(LONGEST_WINDOW_MILLIS, TimeUnit.MILLISECONDS)
                        .minRttThreshold(0, TimeUnit.NANOSECONDS)
                        .build(limit);
    }

    /** Whether the service may be asked for one more of this importance. */
    public boolean hasRoomFor(Importance importance) {
        return inFlight.get() < importance.shareOf(limit.getLimit());
    }

    /** The service owes an answer from now on. */
    public void began() {
        inFlight.incrementAndGet();
    }

    /**
     * The answer has begun, or will not come.
     *
     * @param beganNanos since when the service has owed it, by the clock of {@code System.nanoTime}
     * @param endedNanos the moment by that clock
     * @param isOverloaded whether the service said so, or was too slow to say anything
     */
    public void ended(long beganNanos, long endedNanos, boolean isOverloaded) {
        int together = inFlight.getAndDecrement();
        if (!isOverloaded) {
            answers.onSample(beganNanos, endedNanos - beganNanos, together, false);
        } else if (mayLower(endedNanos)) {
            limit.onSample(beganNanos, endedNanos - beganNanos, together, true);
        }
    }

    /** At once: until the end of a window the service would have to refuse all that comes. */
    private boolean mayLower(long nowNanos) {
        long last = loweredNanos.get();
        boolean isAnother =
                last == 0 || nowNanos - last >= TimeUnit.MILLISECONDS.toNanos(WINDOW_MILLIS);
        return isAnother && loweredNanos.compareAndSet(last, nowNanos);
    }

    /** The caller has left, or the connection broke: nothing is known of the service's load. */
    public void abandoned() {
        inFlight.decrementAndGet();
    }

    int inFlight() {
        return inFlight.get();
    }

    int limit() {
        return limit.getLimit();
    }
}
