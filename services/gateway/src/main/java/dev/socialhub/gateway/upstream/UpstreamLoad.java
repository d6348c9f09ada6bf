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
 * How many requests a service has received in full and has not begun to answer, and how many are
 * allowed. A caller that sends or reads slowly, and a stream that never ends, are no work for the
 * service, so they are not counted and do not affect the measured load. Shared by all event loops;
 * never waits.
 */
public final class UpstreamLoad {

    /**
     * Refusals within this time count as one sign of overload; answers within it are likewise
     * combined.
     */
    private static final long WINDOW_MILLIS = 100;

    /** When answers are slow there are few of them: it takes this long to collect enough. */
    private static final long LONGEST_WINDOW_MILLIS = 5_000;

    private final AIMDLimit limit;
    private final Limit answers;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** When a refusal last lowered the limit, in nanoseconds; 0 before the first one. */
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

    /** Whether the service may get one more request of this importance. */
    public boolean hasRoomFor(Importance importance) {
        return inFlight.get() < importance.shareOf(limit.getLimit());
    }

    /** The service owes one more answer from now on. */
    public void began() {
        inFlight.incrementAndGet();
    }

    /**
     * The answer has begun, or will not come.
     *
     * @param beganNanos when the service began to owe it, by the clock of {@code System.nanoTime}
     * @param endedNanos when this ended, by the same clock
     * @param isOverloaded whether the service reported overload, or was too slow to answer at all
     */
    public void ended(long beganNanos, long endedNanos, boolean isOverloaded) {
        int together = inFlight.getAndDecrement();
        if (!isOverloaded) {
            answers.onSample(beganNanos, endedNanos - beganNanos, together, false);
        } else if (mayLower(endedNanos)) {
            limit.onSample(beganNanos, endedNanos - beganNanos, together, true);
        }
    }

    /**
     * Whether a refusal may lower the limit, which it does at once: until the end of a window the
     * service would have to refuse every request.
     */
    private boolean mayLower(long nowNanos) {
        long last = loweredNanos.get();
        boolean isAnother =
                last == 0 || nowNanos - last >= TimeUnit.MILLISECONDS.toNanos(WINDOW_MILLIS);
        return isAnother && loweredNanos.compareAndSet(last, nowNanos);
    }

    /** The caller has left, or the connection broke: this says nothing about the service's load. */
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
