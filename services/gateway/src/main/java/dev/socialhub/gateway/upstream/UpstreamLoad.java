package dev.socialhub.gateway.upstream;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limit.WindowedLimit;
import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.route.Importance;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many requests a service has in full and has not begun to answer, and how many it may have. A
 * caller that sends or reads slowly, and a stream that never ends, are no work of the service's, so
 * they take no place and say nothing about how busy it is. Shared by all event loops; never waits.
 */
public final class UpstreamLoad {

    /** Signs of overload that come within this time are one. */
    private static final long WINDOW_MILLIS = 100;

    /** Slow answers are few: it takes this long to have seen enough of them. */
    private static final long LONGEST_WINDOW_MILLIS = 5_000;

    private final Limit limit;
    private final AtomicInteger inFlight = new AtomicInteger();

    UpstreamLoad(GatewaySettings.Overload settings) {
        this.limit =
                WindowedLimit.newBuilder()
                        .minWindowTime(WINDOW_MILLIS, TimeUnit.MILLISECONDS)
                        .maxWindowTime(LONGEST_WINDOW_MILLIS, TimeUnit.MILLISECONDS)
                        .minRttThreshold(0, TimeUnit.NANOSECONDS)
                        .build(
                                AIMDLimit.newBuilder()
                                        .initialLimit(settings.maxInFlight())
                                        .maxLimit(settings.maxInFlight())
                                        .minLimit(settings.minInFlight())
                                        .timeout(settings.latency().toNanos(), TimeUnit.NANOSECONDS)
                                        .build());
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
        limit.onSample(beganNanos, endedNanos - beganNanos, together, isOverloaded);
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
