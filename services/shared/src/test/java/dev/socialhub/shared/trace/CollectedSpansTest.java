package dev.socialhub.shared.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.socialhub.shared.testing.RecordedLog;
import dev.socialhub.testkit.collector.Collector;
import dev.socialhub.testkit.collector.ReceivedSpan;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectedSpansTest {

    private final Collector collector = new Collector();

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void sendsWhatWasDoneUnderWhatItWasDoneFor() {
        TraceContext caller = TraceContext.begin();
        TraceContext own;
        try (CollectedSpans spans = spans(1)) {
            Span span = spans.begin(SpanKind.SERVER, "GET", caller);
            own = span.context();
            span.named("GET /things/{id}").with("http.response.status_code", 503).failed("503");
            span.end();
        }
        assertThat(collector.trace(caller.traceId()))
                .singleElement()
                .satisfies(received -> {
                    assertThat(received.service()).isEqualTo("things");
                    assertThat(received.name()).isEqualTo("GET /things/{id}");
                    assertThat(received.kind()).isEqualTo(2);
                    assertThat(received.spanId()).isEqualTo(own.spanId());
                    assertThat(received.parentId()).isEqualTo(caller.spanId());
                    assertThat(received.failed()).isTrue();
                    assertThat(received.attributes())
                            .containsEntry("http.response.status_code", "503")
                            .containsEntry("error.type", "503");
                });
    }

    @Test
    void collectsNothingThatTheBeginnerOfTheTraceDoesNotWant() {
        TraceContext unwanted = new TraceContext("a".repeat(32), "b".repeat(16), false);
        try (CollectedSpans spans = spans(1)) {
            Span span = spans.begin(SpanKind.SERVER, "GET", unwanted);
            assertThat(span.context().traceId()).isEqualTo(unwanted.traceId());
            assertThat(span.context().spanId()).isNotEqualTo(unwanted.spanId());
            assertThat(span.context().sampled()).isFalse();
            span.end();
        }
        assertThat(collector.trace(unwanted.traceId())).isEmpty();
    }

    @Test
    void beginsUncollectedTracesByTheRatio() {
        try (CollectedSpans spans = spans(0)) {
            assertThat(spans.begin(SpanKind.SERVER, "GET", null).context().sampled()).isFalse();
        }
    }

    @Test
    void saysOnceThatTheCollectorIsAwayAndOnceThatItIsBack() {
        collector.refuse(true);
        try (RecordedLog log = new RecordedLog();
                CollectedSpans spans = spans(1)) {
            for (int i = 0; i < 3; i++) {
                spans.begin(SpanKind.SERVER, "GET", null).end();
                spans.flush();
            }
            collector.refuse(false);
            TraceContext after = TraceContext.begin();
            spans.begin(SpanKind.SERVER, "GET", after).end();
            spans.flush();
            await().until(() -> collector.trace(after.traceId()).size() == 1);
            await().untilAsserted(() -> assertThat(words(log)).hasSize(2));
            assertThat(words(log).getFirst()).contains(collector.endpoint(), "accepts no spans");
            assertThat(words(log).getLast()).contains("accepts spans again");
        }
    }

    @Test
    void dropsWhatDoesNotFitInsteadOfWaiting() {
        collector.close();
        try (CollectedSpans spans = spans(1)) {
            TraceContext trace = TraceContext.begin();
            for (int i = 0; i < 50_000; i++) {
                spans.begin(SpanKind.SERVER, "GET", trace).end();
            }
            List<ReceivedSpan> none = collector.trace(trace.traceId());
            assertThat(none).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:4318", "ftp://x", "http://", "not an address"})
    void refusesAnAddressThatIsNone(String endpoint) {
        assertThatThrownBy(() -> new TracingConfiguration(endpoint, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OTEL_EXPORTER_OTLP_ENDPOINT");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesARatioThatIsNone(double ratio) {
        assertThatThrownBy(() -> new TracingConfiguration("", ratio))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OTEL_TRACES_SAMPLER_ARG");
    }

    private CollectedSpans spans(double ratio) {
        return new CollectedSpans(
                new TracingConfiguration(collector.endpoint() + "/", ratio), "things");
    }

    private static List<String> words(RecordedLog log) {
        return log.atLeast(Level.INFO).stream()
                .filter(event -> event.getLoggerName().equals(ReportOnceExporter.class.getName()))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
