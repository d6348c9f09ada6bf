package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.EventCodec;
import dev.socialhub.shared.trace.Spans;
import io.micronaut.configuration.kafka.ConsumerRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;

/** Has the events of each consumer read, counted, traced and retried in the same way. */
@Singleton
public final class BatchDeliveries {

    private final EventCodec codec;
    private final ConsumerMeters meters;
    private final Spans spans;
    private final DeadLetters deadLetters;
    private final BeanProvider<ConsumerRegistry> registry;

    BatchDeliveries(
            JsonMapper json,
            ConsumerMeters meters,
            Spans spans,
            DeadLetters deadLetters,
            BeanProvider<ConsumerRegistry> registry) {
        this.codec = new EventCodec(json);
        this.meters = meters;
        this.spans = spans;
        this.deadLetters = deadLetters;
        this.registry = registry;
    }

    BatchDelivery to(EventConsumer consumer) {
        return new BatchDelivery(
                consumer,
                new PartitionWork(consumer, codec, deadLetters, meters.metrics(consumer), spans),
                meters.progress(consumer),
                registry);
    }
}
