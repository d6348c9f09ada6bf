package dev.socialhub.messaging.inbox;

import dev.socialhub.messaging.kafka.KafkaConfiguration;
import dev.socialhub.messaging.kafka.Topics;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Starts a loop for every {@link EventConsumer} once the service is up, and ends them with it. */
@Singleton
@Requires(beans = EventConsumer.class)
final class ConsumerThreads implements ApplicationEventListener<ServerStartupEvent> {

    private final List<EventConsumer> consumers;
    private final KafkaConfiguration kafka;
    private final Topics topics;
    private final ConsumerMeters meters;
    private final PartitionWorks works;
    private volatile List<Thread> threads = List.of();

    ConsumerThreads(
            List<EventConsumer> consumers,
            KafkaConfiguration kafka,
            Topics topics,
            ConsumerMeters meters,
            PartitionWorks works) {
        this.consumers = consumers;
        this.kafka = kafka;
        this.topics = topics;
        this.meters = meters;
        this.works = works;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        threads = consumers.stream().map(this::start).toList();
    }

    private Thread start(EventConsumer consumer) {
        ConsumerLoop loop =
                new ConsumerLoop(
                        consumer, kafka, topics, meters.progress(consumer), works.of(consumer));
        return Thread.ofPlatform().name("consumer-" + consumer.group()).start(loop);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(5));
        }
    }
}
