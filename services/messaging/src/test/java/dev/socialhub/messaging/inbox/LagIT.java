package dev.socialhub.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.post.PostDeleted;
import dev.socialhub.messaging.testing.OwnKafka;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service says of its consumers while its store, and then Kafka, is away. */
class LagIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TOPIC = Topic.POST.topicName();

    @TempDir Path folder;

    private final RecordingConsumer consumer = new RecordingConsumer("lag", ReplayPolicy.PROJECT);
    private OwnKafka kafka;
    private EmbeddedServer service;
    private MeterRegistry meters;

    @BeforeEach
    void start() throws Exception {
        kafka = new OwnKafka(folder);
        kafka.start();
        ApplicationContext context =
                ApplicationContext.builder()
                        .properties(Settings.plain(kafka.brokers()))
                        .properties(Map.of(RecordingListener.GROUP, consumer.group()))
                        .singletons(consumer)
                        .start();
        service = context.getBean(EmbeddedServer.class).start();
        meters = context.getBean(MeterRegistry.class);
    }

    @AfterEach
    void stop() {
        service.close();
        kafka.close();
    }

    @Test
    void tellsWhatWaitsAndWhenNothingIsKnown() {
        awaitCurrent();
        assertThat(dependency()).isEqualTo(1);

        try (Bus bus = new Bus(kafka.brokers())) {
            bus.send(TOPIC, new byte[] {1}, "poison".getBytes(StandardCharsets.UTF_8));
            await().atMost(SOON).until(() -> count(InboxMetrics.DEAD_LETTERS) == 1);
            consumer.storeIsAway(true);
            bus.send(TOPIC, event());
            bus.send(Topic.POST.replayName(), event());
            await().atMost(SOON).until(() -> gauge(Progress.PAUSED) == 1);
            await().atMost(SOON).until(() -> lag(Progress.LAG_SECONDS) > 2);
            assertThat(lag(Progress.LAG_EVENTS)).isEqualTo(1);
            assertThat(gauge(Progress.STALENESS)).isGreaterThan(1);
            consumer.storeIsAway(false);
            awaitCurrent();
            assertThat(gauge(Progress.PAUSED)).isZero();
            assertThat(meters.get(InboxMetrics.HANDLING).timer().count()).isPositive();
            assertThat(meters.get(InboxMetrics.EVENT_AGE).timer().count()).isEqualTo(1);
        }

        kafka.kill();
        await().atMost(SOON).until(() -> dependency() == 0);
        await().atMost(SOON).until(() -> Double.isNaN(lag(Progress.LAG_EVENTS)));
        await().atMost(SOON).until(() -> Double.isNaN(gauge(DeadLetterBacklog.WAITING)));
        assertThat(gauge(Progress.STALENESS)).isGreaterThan(5);

        kafka.start();
        awaitCurrent();
        await().atMost(SOON).until(() -> dependency() == 1);
        await().atMost(SOON).until(() -> gauge(DeadLetterBacklog.WAITING) == 1);
    }

    private void awaitCurrent() {
        await().atMost(SOON)
                .until(() ->
                        lag(Progress.LAG_EVENTS) == 0
                                && lag(Progress.LAG_SECONDS) == 0
                                && gauge(Progress.STALENESS) < 1);
    }

    private double lag(String name) {
        return meters.get(name).tag("group", "lag").tag("topic", TOPIC).gauge().value();
    }

    private double gauge(String name) {
        return meters.get(name).tag("group", "lag").gauge().value();
    }

    private double count(String name) {
        return meters.get(name).tag("group", "lag").counter().count();
    }

    private double dependency() {
        return meters.get("dependency.up").tag("dependency", "kafka").gauge().value();
    }

    private static Event event() {
        UUID post = UUID.randomUUID();
        Instant now = Instant.now();
        return new Event(
                UUID.randomUUID(), now, null, new PostDeleted(post, UUID.randomUUID(), now, 1));
    }
}
