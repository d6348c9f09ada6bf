package dev.socialhub.messaging.outbox;

import dev.socialhub.contracts.event.EventHeaders;
import dev.socialhub.shared.trace.Span;
import dev.socialhub.shared.trace.SpanKind;
import dev.socialhub.shared.trace.Spans;
import dev.socialhub.shared.trace.TraceContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The sending of one batch, each record a part of the trace that its event comes from. */
final class SendingSpans {

    private final Spans spans;
    private final List<Span> begun = new ArrayList<>();

    SendingSpans(Spans spans) {
        this.spans = spans;
    }

    /** Gives the record its header. An event that no request caused has none. */
    void begin(ProducerRecord<String, byte[]> record, @Nullable String traceparent) {
        TraceContext cause = TraceContext.parse(traceparent);
        if (cause == null) {
            return;
        }
        Span span =
                spans.begin(SpanKind.PRODUCER, "send " + record.topic(), cause)
                        .with("messaging.system", "kafka")
                        .with("messaging.operation.type", "send")
                        .with("messaging.operation.name", "send")
                        .with("messaging.destination.name", record.topic());
        record.headers()
                .add(
                        EventHeaders.TRACEPARENT,
                        span.context().traceparent().getBytes(StandardCharsets.US_ASCII));
        begun.add(span);
    }

    /** Kafka has them all; or it hasn't, and they are sent again later. */
    void end(@Nullable DeliveryFailed failure) {
        for (Span span : begun) {
            if (failure != null) {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                span.failed(cause.getClass().getName());
            }
            span.end();
        }
    }
}
