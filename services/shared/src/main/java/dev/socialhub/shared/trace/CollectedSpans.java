package dev.socialhub.shared.trace;

import dev.socialhub.shared.start.Release;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Spans that go to a collector, in the background and from a queue of bounded length: what doesn't
 * fit, or isn't taken in time, is dropped, and no request waits for it.
 */
final class CollectedSpans implements Spans, AutoCloseable {

    private static final int MAX_WAITING = 4096;
    private static final Duration BETWEEN_EXPORTS = Duration.ofSeconds(1);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long SHUTDOWN_SECONDS = 2;

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    CollectedSpans(TracingConfiguration tracing, String service) {
        // Tried once: what waits for a second try would fill the queue while a collector is away.
        OtlpHttpSpanExporter exporter =
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(tracing.tracesUrl())
                        .setConnectTimeout(CONNECT_TIMEOUT)
                        .setTimeout(TIMEOUT)
                        .setRetryPolicy(null)
                        .build();
        this.provider =
                SdkTracerProvider.builder()
                        .setResource(
                                Resource.create(
                                        Attributes.builder()
                                                .put("service.name", service)
                                                .put("service.namespace", "socialhub")
                                                .put("service.version", Release.version())
                                                .build()))
                        .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(tracing.ratio())))
                        .addSpanProcessor(
                                BatchSpanProcessor.builder(
                                                new ReportOnceExporter(
                                                        exporter, tracing.endpoint()))
                                        .setMaxQueueSize(MAX_WAITING)
                                        .setScheduleDelay(BETWEEN_EXPORTS)
                                        .setExporterTimeout(TIMEOUT)
                                        .build())
                        .build();
        this.tracer = provider.get("dev.socialhub", Release.version());
    }

    @Override
    public Span begin(SpanKind kind, String name, @Nullable TraceContext parent) {
        SpanBuilder builder =
                tracer.spanBuilder(name)
                        .setSpanKind(io.opentelemetry.api.trace.SpanKind.valueOf(kind.name()));
        if (parent == null) {
            builder.setNoParent();
        } else {
            builder.setParent(Context.root().with(remote(parent)));
        }
        return new Collected(builder.startSpan());
    }

    private static io.opentelemetry.api.trace.Span remote(TraceContext parent) {
        return io.opentelemetry.api.trace.Span.wrap(
                SpanContext.createFromRemoteParent(
                        parent.traceId(),
                        parent.spanId(),
                        parent.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                        TraceState.getDefault()));
    }

    /** Sends what waits now, and returns when that is taken or given up. */
    void flush() {
        provider.forceFlush().join(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        provider.shutdown().join(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }

    private record Collected(io.opentelemetry.api.trace.Span span) implements Span {
        @Override
        public TraceContext context() {
            SpanContext own = span.getSpanContext();
            return new TraceContext(own.getTraceId(), own.getSpanId(), own.isSampled());
        }

        @Override
        public Span with(String name, String value) {
            span.setAttribute(name, value);
            return this;
        }

        @Override
        public Span with(String name, long value) {
            span.setAttribute(name, value);
            return this;
        }

        @Override
        public Span named(String name) {
            span.updateName(name);
            return this;
        }

        @Override
        public Span failed(String type) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute("error.type", type);
            return this;
        }

        @Override
        public void end() {
            span.end();
        }
    }
}
