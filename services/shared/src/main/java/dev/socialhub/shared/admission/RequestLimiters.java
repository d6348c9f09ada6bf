package dev.socialhub.shared.admission;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.FixedLimit;
import com.netflix.concurrency.limits.limit.Gradient2Limit;
import com.netflix.concurrency.limits.limit.WindowedLimit;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.util.StringUtils;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One limiter for short requests, one for long ones. */
@Context
@Requires(property = AdmissionConfiguration.ENABLED, value = StringUtils.TRUE)
final class RequestLimiters {

    /** How many more are tried while requests don't become slower; at the least, twice as many. */
    private static final int GROWTH = 2;

    /**
     * Another program on the machine makes requests slower by this factor, without a fault here.
     */
    private static final double TOLERANCE = 2;

    /** The part of a new estimate that is followed every second. */
    private static final double SMOOTHING = 0.5;

    private final RequestLimiter shortRequests;
    private final RequestLimiter longRequests;

    RequestLimiters(
            AdmissionConfiguration configuration,
            @Property(name = "datasources.default.maximum-pool-size") @Nullable Integer poolSize,
            MeterRegistry meters) {
        int max = configuration.shortLimit(poolSize == null ? 0 : poolSize);
        this.shortRequests =
                new RequestLimiter(
                        adaptive(Math.min(configuration.minLimit(), max), max),
                        configuration.queueTime());
        this.longRequests =
                new RequestLimiter(FixedLimit.of(configuration.longLimit()), Duration.ZERO);
        register("short", shortRequests, meters);
        register("long", longRequests, meters);
    }

    /** Follows how long requests take: fewer at a time when it is longer than usual. */
    static Limit adaptive(int min, int max) {
        return WindowedLimit.newBuilder()
                .build(
                        Gradient2Limit.newBuilder()
                                .initialLimit(max)
                                .minLimit(min)
                                .maxConcurrency(max)
                                .queueSize(GROWTH)
                                .rttTolerance(TOLERANCE)
                                .smoothing(SMOOTHING)
                                .build());
    }

    /** Whether any request would be refused now. */
    boolean isAnyFull() {
        return shortRequests.isFull() || longRequests.isFull();
    }

    /** The one that this route or method is subject to, or null. */
    @Nullable RequestLimiter of(AnnotationMetadata route) {
        if (route.hasAnnotation(ShortRequests.class)) {
            return shortRequests;
        }
        return route.hasAnnotation(LongRequests.class) ? longRequests : null;
    }

    private static void register(String kind, RequestLimiter limiter, MeterRegistry meters) {
        Gauge.builder("requests.limit", limiter, RequestLimiter::limit)
                .description("Limit of user requests that are processed at the same time")
                .tag("kind", kind)
                .register(meters);
        Gauge.builder("requests.working", limiter, RequestLimiter::working)
                .description("User requests that are being processed")
                .tag("kind", kind)
                .register(meters);
        Gauge.builder("requests.queued", limiter, RequestLimiter::waiting)
                .description("User requests that wait for processing")
                .tag("kind", kind)
                .register(meters);
    }
}
