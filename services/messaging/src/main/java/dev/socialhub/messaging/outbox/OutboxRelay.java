package dev.socialhub.messaging.outbox;

import dev.socialhub.messaging.kafka.DeclaredTopics;
import dev.socialhub.shared.problem.TransientDatabaseErrors;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries events from the outbox to Kafka, for as long as the service runs. While Kafka is away no
 * transaction is opened: the relay asks for the topics until they answer.
 */
@Singleton
@Requires(beans = Outbox.class, classes = Producer.class)
final class OutboxRelay implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(500);

    private final OutboxConfiguration configuration;
    private final OutboxShards shards;
    private final OutboxSignal signal;
    private final DeclaredTopics topics;
    private @Nullable Thread thread;

    OutboxRelay(
            OutboxConfiguration configuration,
            OutboxShards shards,
            OutboxSignal signal,
            DeclaredTopics topics) {
        this.configuration = configuration;
        this.shards = shards;
        this.signal = signal;
        this.topics = topics;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                topics.await(DeclaredTopics.namesOf(configuration.topics()), "the outbox");
                relayUntilFailure();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void relayUntilFailure() throws InterruptedException {
        while (true) {
            try {
                int sent = shards.relayAll();
                if (sent == 0) {
                    signal.await(configuration.pollInterval());
                } else if (sent < configuration.batchSize()) {
                    Thread.sleep(configuration.gather());
                }
            } catch (DeliveryFailed e) {
                LOG.warn(
                        "Events could not be delivered and stay in the outbox: {}",
                        String.valueOf(e.getCause()));
                return;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                // A transaction lets SQLException through as it is, without declaring it.
                report(e);
                Thread.sleep(RETRY_INTERVAL);
            }
        }
    }

    private static void report(Exception error) {
        Throwable transientError = TransientDatabaseErrors.behind(error);
        if (transientError != null) {
            LOG.warn("The outbox can't be read; trying again: {}", transientError.toString());
        } else {
            LOG.error("The outbox can't be read; trying again", error);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            running.join(Duration.ofSeconds(5));
        }
    }
}
