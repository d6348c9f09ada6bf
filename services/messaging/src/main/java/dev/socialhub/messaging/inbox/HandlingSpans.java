package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.EventHeaders;
import dev.socialhub.shared.trace.Span;
import dev.socialhub.shared.trace.SpanKind;
import dev.socialhub.shared.trace.Spans;
import dev.socialhub.shared.trace.TraceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Traces the handling of events. A batch takes the same time for each of its events and belongs to
 * no single one of them: so each event has its own span, and its handling runs within its trace.
 */
final class HandlingSpans {

    private final Spans spans;
    private final String group;

    HandlingSpans(Spans spans, String group) {
        this.spans = spans;
        this.group = group;
    }

    /** The trace context of the record's sender. */
    static @Nullable TraceContext sender(ConsumerRecord<byte[], byte[]> record) {
        return TraceContext.parse(Addressees.header(record, EventHeaders.TRACEPARENT));
    }

    /** Has the events handled, each under a span of its own. */
    void around(List<ReceivedEvent> events, Consumer<List<ReceivedEvent>> work) {
        List<Span> begun = new ArrayList<>(events.size());
        List<ReceivedEvent> within = new ArrayList<>(events.size());
        for (ReceivedEvent received : events) {
            within.add(received.trace() == null ? received : begin(received, events.size(), begun));
        }
        try {
            if (within.size() == 1) {
                within.getFirst().inItsTrace(() -> work.accept(within));
            } else {
                work.accept(within);
            }
        } catch (RuntimeException e) {
            begun.forEach(span -> span.failed(e.getClass().getName()));
            throw e;
        } finally {
            begun.forEach(Span::end);
        }
    }

    private ReceivedEvent begin(ReceivedEvent received, int batch, List<Span> begun) {
        String topic = received.event().type().topic().topicName();
        Span span =
                spans.begin(SpanKind.CONSUMER, "process " + topic, received.trace())
                        .with("messaging.system", "kafka")
                        .with("messaging.operation.type", "process")
                        .with("messaging.operation.name", "process")
                        .with("messaging.destination.name", topic)
                        .with("messaging.consumer.group.name", group)
                        .with("messaging.batch.message_count", batch);
        begun.add(span);
        return new ReceivedEvent(received.event(), received.replayed(), span.context());
    }
}
