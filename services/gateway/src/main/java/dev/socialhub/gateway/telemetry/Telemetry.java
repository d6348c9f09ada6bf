package dev.socialhub.gateway.telemetry;

import dev.socialhub.gateway.answer.Refusal;
import dev.socialhub.gateway.route.Backend;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Where requests are counted and logged. All meters of the gateway's own are declared here. */
@Singleton
public final class Telemetry {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry meters;
    private final AccessLog accessLog;
    private final Map<TimerKey, Timer> timers = new ConcurrentHashMap<>();
    private final Map<Refusal, Counter> rejected = new EnumMap<>(Refusal.class);
    private final Map<Backend, Counter> retries = new EnumMap<>(Backend.class);

    Telemetry(MeterRegistry meters, AccessLog accessLog) {
        this.meters = meters;
        this.accessLog = accessLog;
        for (Refusal refusal : Refusal.values()) {
            rejected.put(refusal, meters.counter("gateway.rejected", "reason", label(refusal)));
        }
        for (Backend backend : Backend.values()) {
            retries.put(backend, meters.counter("gateway.retries", "upstream", backend.label()));
        }
    }

    private record TimerKey(String group, String method, String statusClass) {}

    /** A request is over. */
    public void ended(RequestTrace trace) {
        String method = METHODS.contains(trace.method()) ? trace.method() : "OTHER";
        String statusClass = trace.status() / 100 + "xx";
        timers.computeIfAbsent(new TimerKey(trace.group(), method, statusClass), this::timer)
                .record(trace.elapsedNanos(), TimeUnit.NANOSECONDS);
        accessLog.write(trace);
    }

    /** A request gets no answer from a service. */
    public void rejected(Refusal refusal) {
        Objects.requireNonNull(rejected.get(refusal)).increment();
    }

    /** A request is sent a second time. */
    public void retried(Backend backend) {
        Objects.requireNonNull(retries.get(backend)).increment();
    }

    public static String label(Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT);
    }

    private Timer timer(TimerKey key) {
        return Timer.builder("gateway.requests")
                .tag("group", key.group())
                .tag("method", key.method())
                .tag("status", key.statusClass())
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }
}
