package dev.socialhub.shared.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.socialhub.shared.log.LogFields;
import dev.socialhub.shared.testing.RecordedLog;
import io.micronaut.core.propagation.PropagatedContext;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final Logger LOG = LoggerFactory.getLogger(TraceContextTest.class);
    private static final String VALID = "00-" + TRACE + "-" + SPAN + "-01";

    @Test
    void readsWhatItWrites() {
        TraceContext begun = TraceContext.begin();
        assertThat(TraceContext.parse(begun.traceparent())).isEqualTo(begun);
        assertThat(TraceContext.parse(VALID)).isEqualTo(new TraceContext(TRACE, SPAN, true));
        assertThat(parsed(VALID).traceparent()).isEqualTo(VALID);
    }

    @Test
    void handsTheTraceOnUnderANewSpan() {
        TraceContext parent = parsed("00-" + TRACE + "-" + SPAN + "-00");
        TraceContext child = parent.child();
        assertThat(child.traceId()).isEqualTo(TRACE);
        assertThat(child.spanId()).matches("[0-9a-f]{16}").isNotEqualTo(SPAN);
        assertThat(child.sampled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-" + TRACE + "-" + SPAN + "-01",
                "fe-" + TRACE + "-" + SPAN + "-01-what-is-to-come"
            })
    void takesFromALaterVersionWhatItKnows(String header) {
        assertThat(TraceContext.parse(header)).isEqualTo(new TraceContext(TRACE, SPAN, true));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-" + TRACE + "-" + SPAN,
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-01\n",
                "00-" + TRACE + "-" + SPAN + "-01-more",
                "01-" + TRACE + "-" + SPAN + "-01more",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00-" + TRACE + "_" + SPAN + "-01",
                "00_" + TRACE + "-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-0g",
                "0x-" + TRACE + "-" + SPAN + "-01"
            })
    void takesNoTraceThatBreaksTheRules(String header) {
        assertThat(TraceContext.parse(header)).isNull();
    }

    @Test
    void isCurrentAndLoggedWhileItsWorkIsDone() {
        TraceContext outer = TraceContext.begin();
        TraceContext inner = outer.child();
        PropagatedContext request =
                PropagatedContext.empty().plus(LogFields.of("requestId", "r-1"));
        try (RecordedLog log = new RecordedLog();
                PropagatedContext.Scope _ = request.propagate()) {
            outer.run(() -> {
                assertThat(TraceContext.current()).isEqualTo(outer);
                inner.run(() -> {
                    assertThat(TraceContext.current()).isEqualTo(inner);
                    LOG.info("inner");
                });
                assertThat(TraceContext.current()).isEqualTo(outer);
                LOG.info("outer");
            });
            assertThat(TraceContext.current()).isNull();
            LOG.info("after");
            assertThat(log.ofRequest("r-1"))
                    .extracting(ILoggingEvent::getMessage, ILoggingEvent::getMDCPropertyMap)
                    .containsExactly(
                            tuple("inner", fields(inner)),
                            tuple("outer", fields(outer)),
                            tuple("after", Map.of("requestId", "r-1")));
        }
    }

    private static Map<String, String> fields(TraceContext trace) {
        return Map.of("requestId", "r-1", "traceId", trace.traceId(), "spanId", trace.spanId());
    }

    @Test
    void uncollectedSpansGoOnWithTheTrace() {
        Spans spans = new UncollectedSpans();
        TraceContext parent = parsed(VALID);
        assertThat(spans.begin(SpanKind.SERVER, "GET", parent).context().traceId())
                .isEqualTo(TRACE);
        assertThat(spans.begin(SpanKind.SERVER, "GET", null).context().sampled()).isTrue();
    }

    private static TraceContext parsed(String header) {
        return Objects.requireNonNull(TraceContext.parse(header));
    }
}
