package dev.socialhub.gateway.telemetry;

import dev.socialhub.gateway.answer.Refusal;
import dev.socialhub.gateway.route.Backend;
import dev.socialhub.gateway.route.Importance;
import dev.socialhub.shared.trace.Span;
import dev.socialhub.shared.trace.SpanKind;
import dev.socialhub.shared.trace.Spans;
import dev.socialhub.shared.trace.TraceContext;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Counts and logs requests. All of the gateway's own meters are declared here. */
@Singleton
public final class Telemetry {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String OTHER = "OTHER";
    private static final List<String> STATUS_CLASSES =
            List.of("0xx", "1xx", "2xx", "3xx", "4xx", "5xx");

    private final MeterRegistry meters;
    private final AccessLog accessLog;
    private final Spans spans;
    private final StreamTelemetry streams;
    private final Map<TimerKey, Timer> timers = new ConcurrentHashMap<>();
    private final Map<Refusal, Counter> rejected = new EnumMap<>(Refusal.class);
    private final Map<Backend, Counter> retries = new HashMap<>();
    private final Map<Importance, Counter> shed = new EnumMap<>(Importance.class);

    /** Apart from other requests: a poll takes as long as no event comes, which is no fault. */
    private final List<Timer> polls;

    Telemetry(MeterRegistry meters, AccessLog accessLog, Spans spans, StreamTelemetry streams) {
        this.meters = meters;
        this.accessLog = accessLog;
        this.spans = spans;
        this.streams = streams;
        for (Refusal refusal : Refusal.values()) {
            rejected.put(
                    refusal,
                    Counter.builder("gateway.rejected")
                            .description("Requests that the gateway answered itself")
                            .tag("reason", label(refusal))
                            .register(meters));
        }
        this.polls =
                STATUS_CLASSES.stream()
                        .map(status ->
                                Timer.builder("gateway.polls")
                                        .description("Polls and how long they waited for an event")
                                        .tag("status", status)
                                        .register(meters))
                        .toList();
        for (Backend backend : Backend.all()) {
            retries.put(
                    backend,
                    Counter.builder("gateway.retries")
                            .description("Requests that were sent a second time")
                            .tag("upstream", backend.label())
                            .register(meters));
        }
        for (Importance importance : Importance.values()) {
            shed.put(
                    importance,
                    Counter.builder("gateway.shed")
                            .description("Requests refused because a service was overloaded")
                            .tag("class", importance.label())
                            .register(meters));
        }
    }

    private record TimerKey(String group, String method, String statusClass) {}

    public StreamTelemetry streams() {
        return streams;
    }

    /**
     * A request has arrived, in its caller's trace or as the start of a new one.
     *
     * @param caller the caller's position in its trace; null when it sends none
     */
    public RequestTrace begun(
            String requestId, HttpRequest request, @Nullable TraceContext caller) {
        String method = request.method().name();
        Span span = spans.begin(SpanKind.SERVER, METHODS.contains(method) ? method : OTHER, caller);
        return new RequestTrace(requestId, span, method, request.uri());
    }

    /** A request is over. */
    public void ended(RequestTrace trace) {
        record(trace);
        accessLog.write(trace);
    }

    /** A handshake has led to a WebSocket, which may be open for hours; the request ends here. */
    public void switched(RequestTrace trace) {
        record(trace);
    }

    /** A WebSocket has ended. */
    public void spliceEnded(RequestTrace trace) {
        accessLog.write(trace);
    }

    private void record(RequestTrace trace) {
        String method = METHODS.contains(trace.method()) ? trace.method() : OTHER;
        int statusClass = Math.min(trace.status() / 100, STATUS_CLASSES.size() - 1);
        Timer timer =
                trace.isLong()
                        ? polls.get(statusClass)
                        : timer(
                                new TimerKey(
                                        trace.group(), method, STATUS_CLASSES.get(statusClass)));
        timer.record(trace.elapsedNanos(), TimeUnit.NANOSECONDS);
        end(trace, method);
    }

    private static void end(RequestTrace trace, String method) {
        Span span =
                trace.span()
                        .with("http.request.method", method)
                        .with("http.response.status_code", trace.status());
        if (trace.route() != null) {
            span.named(method + " " + trace.route()).with("http.route", trace.route());
        }
        if (trace.upstream() != null) {
            span.with("server.address", trace.upstream().getHost())
                    .with("server.port", trace.upstream().getPort());
        }
        if (trace.status() >= 500) {
            span.failed(trace.refusal() == null ? "" + trace.status() : trace.refusal());
        }
        span.end();
    }

    /** A request gets no answer from a service. */
    public void rejected(Refusal refusal) {
        Objects.requireNonNull(rejected.get(refusal)).increment();
    }

    /** A request is refused because its service is overloaded. */
    public void shed(Importance importance) {
        Objects.requireNonNull(shed.get(importance)).increment();
    }

    /** A request is sent a second time. */
    public void retried(Backend backend) {
        Objects.requireNonNull(retries.get(backend)).increment();
    }

    public static String label(Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT);
    }

    private Timer timer(TimerKey key) {
        Timer known = timers.get(key);
        return known == null ? timers.computeIfAbsent(key, this::register) : known;
    }

    private Timer register(TimerKey key) {
        return Timer.builder("gateway.requests")
                .description("Requests of callers and how long they took")
                .tag("group", key.group())
                .tag("method", key.method())
                .tag("status", key.statusClass())
                .register(meters);
    }
}
