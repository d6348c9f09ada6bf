package dev.socialhub.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.trace.TraceContext;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTraceTest {

    private static final String VALID = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    private final HttpHeaders headers = new DefaultHttpHeaders().add("tracestate", "a=b");

    @Test
    void goesOnWithTheCallersTrace() {
        headers.add("traceparent", VALID);

        assertThat(CallersTrace.take(headers)).isEqualTo(TraceContext.parse(VALID)).isNotNull();
        assertThat(headers.contains("traceparent")).isFalse();
        assertThat(headers.get("tracestate")).isEqualTo("a=b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "00-zzz", "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"})
    void believesNothingOfABrokenOne(String broken) {
        headers.add("traceparent", broken);

        assertThat(CallersTrace.take(headers)).isNull();
        assertThat(headers.isEmpty()).isTrue();
    }

    @Test
    void believesNoneOfSeveral() {
        headers.add("traceparent", VALID).add("traceparent", VALID);

        assertThat(CallersTrace.take(headers)).isNull();
        assertThat(headers.isEmpty()).isTrue();
    }
}
