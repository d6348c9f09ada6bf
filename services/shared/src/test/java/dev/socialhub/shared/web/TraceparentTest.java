package dev.socialhub.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {

    @Test
    void handsTheTraceOnUnderANewSpan() {
        String trace = Traceparent.newTraceId();
        String first = Traceparent.childOf(trace);
        assertThat(Traceparent.traceId(first)).isEqualTo(trace);
        assertThat(Traceparent.childOf(trace)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n"
            })
    void takesNoTraceThatBreaksTheRules(String header) {
        assertThat(Traceparent.traceId(header)).isNull();
    }
}
