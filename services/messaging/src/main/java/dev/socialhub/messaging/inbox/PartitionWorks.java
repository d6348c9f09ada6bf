package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.EventCodec;
import dev.socialhub.shared.trace.Spans;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Has the events of each consumer read, counted and traced in the same way. */
@Singleton
final class PartitionWorks {

    private final EventCodec codec;
    private final ConsumerMeters meters;
    private final Spans spans;

    PartitionWorks(JsonMapper json, ConsumerMeters meters, Spans spans) {
        this.codec = new EventCodec(json);
        this.meters = meters;
        this.spans = spans;
    }

    /** Made anew with each connection, its meters once. */
    Function<DeadLetters, PartitionWork> of(EventConsumer consumer) {
        InboxMetrics metrics = meters.metrics(consumer);
        return deadLetters -> new PartitionWork(consumer, codec, deadLetters, metrics, spans);
    }
}
