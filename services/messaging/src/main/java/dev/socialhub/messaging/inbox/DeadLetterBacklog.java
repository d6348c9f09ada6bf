package dev.socialhub.messaging.inbox;

import dev.socialhub.messaging.kafka.KafkaAdmin;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many dead letters the topics of each group hold, looked up in the background. */
@Singleton
@Requires(beans = EventConsumer.class)
final class DeadLetterBacklog implements ApplicationEventListener<ServerStartupEvent> {

    static final String WAITING = "inbox.dead.letters.waiting";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterBacklog.class);
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    /**
     * A shorter interval while the number is unknown: Kafka has just come up, or the topic is being
     * created.
     */
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(2);

    private final List<EventConsumer> consumers;
    private final KafkaAdmin kafka;
    private final MeterRegistry meters;
    private final Map<String, Double> waiting = new ConcurrentHashMap<>();
    private volatile @Nullable Thread thread;

    DeadLetterBacklog(List<EventConsumer> consumers, KafkaAdmin kafka, MeterRegistry meters) {
        this.consumers = consumers;
        this.kafka = kafka;
        this.meters = meters;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        for (EventConsumer consumer : consumers) {
            String group = consumer.group();
            Gauge.builder(WAITING, () -> waiting.getOrDefault(group, Double.NaN))
                    .description("Dead letters in a group's dead-letter topics")
                    .tag(InboxMetrics.GROUP, group)
                    .register(meters);
        }
        thread = Thread.ofVirtual().name("dead-letter-backlog").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                for (EventConsumer consumer : consumers) {
                    waiting.put(consumer.group(), count(consumer));
                }
                boolean known = waiting.values().stream().noneMatch(one -> one.isNaN());
                Thread.sleep(known ? INTERVAL : UNTIL_KNOWN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double count(EventConsumer consumer) throws InterruptedException {
        try {
            return kafka.recordsIn(
                    consumer.topics().stream()
                            .map(topic -> topic.deadLetterName(consumer.group()))
                            .toList());
        } catch (ExecutionException | KafkaException e) {
            LOG.debug("The dead letters of {} can't be counted", consumer.group(), e);
            return Double.NaN;
        }
    }

    @PreDestroy
    void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
