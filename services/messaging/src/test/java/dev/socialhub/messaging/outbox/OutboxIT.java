package dev.socialhub.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventHeaders;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.messaging.testing.OwnKafka;
import dev.socialhub.messaging.testing.Things;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.RecordedLog;
import dev.socialhub.shared.testing.Settings;
import dev.socialhub.shared.testing.TestDatabase;
import dev.socialhub.shared.trace.TraceContext;
import dev.socialhub.testkit.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events leave with their effect and in order, whatever becomes of Kafka. */
class OutboxIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TOPIC = "USER_TOPIC";

    private final String database = Settings.newDatabase();
    private final List<UUID> things = Stream.generate(UUID::randomUUID).limit(20).toList();
    private final List<EmbeddedServer> services = new ArrayList<>();

    @AfterEach
    void stop() {
        services.forEach(EmbeddedServer::close);
    }

    @Test
    void keepsTheOrderOfEachKeyWithTwoRelays() throws Exception {
        String brokers = TestServers.shared().kafkaBrokers();
        List<Things> writers = List.of(start(brokers), start(brokers));
        AtomicInteger left = new AtomicInteger(400);
        int changes = changeWhile(writers, () -> left.getAndDecrement() > 0);
        assertThat(changes).isEqualTo(400);
        try (Bus bus = new Bus(brokers)) {
            awaitDelivered(bus, changes);
        }
        assertThat(writers.getFirst().number("select count(*) from outbox")).isZero();
    }

    @Test
    void publishesNothingOfATransactionThatFailed() {
        String brokers = TestServers.shared().kafkaBrokers();
        Things writer = start(brokers);
        UUID thing = things.getFirst();
        assertThatThrownBy(() -> writer.changeAndFail(thing)).hasMessage("thought better of it");
        writer.change(thing);
        try (Bus bus = new Bus(brokers)) {
            await().atMost(SOON).until(() -> !versions(bus, thing).isEmpty());
            assertThat(versions(bus, thing)).containsExactly(1L);
        }
    }

    @Test
    void sendsAnEventAsAPartOfTheTraceThatItComesFrom() {
        String brokers = TestServers.shared().kafkaBrokers();
        Things writer = start(brokers);
        UUID traced = things.get(0);
        UUID untraced = things.get(1);
        TraceContext trace = TraceContext.begin();
        trace.run(() -> writer.change(traced));
        writer.change(untraced);
        try (Bus bus = new Bus(brokers)) {
            await().atMost(SOON).until(() -> !versions(bus, untraced).isEmpty());
            await().atMost(SOON).until(() -> !versions(bus, traced).isEmpty());
            TraceContext sending =
                    Objects.requireNonNull(TraceContext.parse(traceparent(bus, traced)));
            assertThat(sending.traceId()).isEqualTo(trace.traceId());
            assertThat(sending.spanId()).isNotEqualTo(trace.spanId());
            assertThat(bus.events(TOPIC))
                    .filteredOn(event -> event.data().subject().equals(traced.toString()))
                    .extracting(Event::traceparent)
                    .containsExactly(trace.traceparent());
            assertThat(traceparent(bus, untraced)).isNull();
        }
    }

    @Test
    void refusesEventsOutsideATransaction() {
        start(TestServers.shared().kafkaBrokers());
        Outbox outbox = services.getFirst().getApplicationContext().getBean(Outbox.class);
        UserProfileUpdated event = new UserProfileUpdated(UUID.randomUUID(), "ada", "Ada", 1);
        assertThatThrownBy(() -> outbox.append(event)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void goesOnWhenItsTableIsBack() {
        String brokers = TestServers.shared().kafkaBrokers();
        Things writer = start(brokers);
        UUID thing = things.getFirst();
        TestDatabase store = new TestDatabase(database);
        try (RecordedLog log = new RecordedLog()) {
            store.query("alter table outbox rename to mislaid");
            await().atMost(SOON)
                    .until(() ->
                            log.atLeast(Level.ERROR).stream()
                                    .anyMatch(line -> line.getMessage().contains("outbox")));
        }
        assertThat(gauge("outbox.pending")).isNaN();
        store.query("alter table mislaid rename to outbox");
        writer.change(thing);
        try (Bus bus = new Bus(brokers)) {
            await().atMost(SOON).until(() -> !versions(bus, thing).isEmpty());
        }
    }

    @Test
    void holdsEventsUntilKafkaIsThereAndThroughEveryCrash(@TempDir Path folder) throws Exception {
        try (OwnKafka kafka = new OwnKafka(folder);
                ExecutorService background = Executors.newSingleThreadExecutor()) {
            List<Things> writers = List.of(start(kafka.brokers()), start(kafka.brokers()));
            for (UUID thing : things) {
                assertThat(writers.getFirst().change(thing)).isEqualTo(1);
            }
            assertThat(writers.getFirst().number("select count(*) from outbox"))
                    .isEqualTo(things.size());
            assertThat(gauge("outbox.pending")).isEqualTo(things.size());
            assertThat(gauge("outbox.oldest.age.seconds")).isPositive();

            kafka.start();
            AtomicBoolean more = new AtomicBoolean(true);
            Future<Integer> writing = background.submit(() -> changeWhile(writers, more::get));
            try (Bus bus = new Bus(kafka.brokers())) {
                await().atMost(SOON)
                        .ignoreExceptions()
                        .until(() -> bus.records(TOPIC).size() > things.size());
                kafka.kill();
                await().atMost(SOON)
                        .until(() ->
                                writers.getFirst().number("select count(*) from outbox") > 200);
                more.set(false);
                int changes = writing.get();
                kafka.start();
                awaitDelivered(bus, things.size() + changes);
            }
            await().atMost(SOON).until(() -> gauge("outbox.pending") == 0);
        }
    }

    private Things start(String brokers) {
        Map<String, Object> settings = Settings.with(database, brokers);
        settings.put("kafka.producers.outbox.delivery.timeout.ms", 2_000);
        settings.put("kafka.producers.outbox.request.timeout.ms", 1_000);
        settings.put("kafka.producers.outbox.max.block.ms", 1_000);
        EmbeddedServer service = ApplicationContext.run(EmbeddedServer.class, settings);
        services.add(service);
        return new Things(service.getApplicationContext());
    }

    /** Eight writers over all things, half of them with each service; the number of changes. */
    private int changeWhile(List<Things> writers, BooleanSupplier more) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> work = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int first = thread;
                Things writer = writers.get(thread % writers.size());
                work.add(
                        pool.submit(() -> {
                            int changes = 0;
                            while (more.getAsBoolean()) {
                                int thing = (first + changes) % things.size();
                                writer.change(things.get(thing));
                                changes++;
                            }
                            return changes;
                        }));
            }
            int sum = 0;
            for (Future<Integer> one : work) {
                sum += one.get();
            }
            return sum;
        }
    }

    /** Each version of each thing, the first time that it appears, in order and without a gap. */
    private void awaitDelivered(Bus bus, int changes) {
        await().atMost(SOON)
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(300))
                .until(() -> distinct(bus) == changes);
        for (UUID thing : things) {
            List<Long> versions = versions(bus, thing).stream().distinct().toList();
            assertThat(versions)
                    .isEqualTo(LongStream.rangeClosed(1, versions.size()).boxed().toList());
        }
    }

    /** Other tests write to the same topic. */
    private long distinct(Bus bus) {
        Set<String> ours = things.stream().map(UUID::toString).collect(Collectors.toSet());
        return bus.events(TOPIC).stream()
                .map(Event::data)
                .filter(data -> ours.contains(data.subject()))
                .distinct()
                .count();
    }

    private static List<Long> versions(Bus bus, UUID thing) {
        return bus.events(TOPIC).stream()
                .filter(event -> event.data().subject().equals(thing.toString()))
                .map(event -> event.data().version())
                .toList();
    }

    private static @Nullable String traceparent(Bus bus, UUID thing) {
        byte[] key = thing.toString().getBytes(StandardCharsets.UTF_8);
        Header header =
                bus.records(TOPIC).stream()
                        .filter(record -> Arrays.equals(record.key(), key))
                        .findFirst()
                        .orElseThrow()
                        .headers()
                        .lastHeader(EventHeaders.TRACEPARENT);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private double gauge(String name) {
        return services.getFirst()
                .getApplicationContext()
                .getBean(MeterRegistry.class)
                .get(name)
                .gauge()
                .value();
    }
}
