package dev.socialhub.messaging.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what Kafka has acknowledged. The series of declared topics begin when it is made. */
@Singleton
@Requires(beans = Outbox.class)
final class SentEvents {

    private final MeterRegistry meters;
    private final Map<String, Counter> byTopic = new ConcurrentHashMap<>();

    SentEvents(OutboxConfiguration configuration, MeterRegistry meters) {
        this.meters = meters;
        configuration.topics().forEach(topic -> of(topic.topicName()));
    }

    void acknowledged(String topic) {
        of(topic).increment();
    }

    private Counter of(String topic) {
        return byTopic.computeIfAbsent(
                topic,
                name ->
                        Counter.builder("outbox.sent")
                                .description("Events that Kafka has acknowledged")
                                .tag("topic", name)
                                .register(meters));
    }
}
