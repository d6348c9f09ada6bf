package dev.socialhub.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.event.TopicName;
import dev.socialhub.messaging.inbox.BatchDeliveries;
import dev.socialhub.messaging.inbox.EventConsumer;
import dev.socialhub.messaging.inbox.EventListener;
import dev.socialhub.messaging.inbox.GroupListener;
import dev.socialhub.messaging.inbox.ReceivedEvent;
import dev.socialhub.messaging.inbox.ReplayPolicy;
import dev.socialhub.shared.start.Release;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service with a database answers to operators, and which other callers it answers. */
class OpsEndpointsIT {

    private static RunningService service;
    private static Operator operator;

    @BeforeAll
    static void start() {
        service = RunningService.start("kit");
        operator = new Operator(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, schema",
        "POST, schema/repair",
        "POST, schema/migrate",
        "GET, checksum",
        "GET, outbox",
        "GET, outbox/lanes",
        "GET, outbox/events/01920000-0000-7000-8000-000000000001",
        "GET, outbox/flush/0",
        "POST, outbox/flush",
        "GET, identity",
        "GET, consumers",
        "GET, consumers/kit-listeners/events/01920000-0000-7000-8000-000000000001"
    })
    void answersServicesAlone(String method, String path) {
        Person user = service.auth.signUp("ada", "Ada");

        assertThat(send(null, method, path).status()).isEqualTo(401);
        assertThat(send(user, method, path).status()).isEqualTo(403);
        for (Person forger : service.auth.forgers(user)) {
            assertThat(send(forger, method, path).status()).isEqualTo(401);
        }
    }

    @Test
    void saysWhoItIsAndWhichKeysItKnows() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> operator.get("identity").text().contains("[\"test\"]"));
        assertThat(operator.get("identity").at("service")).isEqualTo("kit");
        assertThat(operator.get("identity").at("version")).isEqualTo(Release.version());
    }

    @Test
    void namesItsConsumers() {
        assertThat(operator.get("consumers").text())
                .isEqualTo(
                        "{\"consumers\":[{\"group\":\"kit-listeners\","
                                + "\"topics\":[\"POST_TOPIC\",\"USER_TOPIC\"],"
                                + "\"replay\":\"SUPPRESS\"}]}");
    }

    @Test
    void tellsHowLongEventsHaveWaited() {
        assertThat(operator.get("outbox").text())
                .isEqualTo("{\"pending\":0,\"oldestAgeSeconds\":null}");

        // In a shard that no relay reads, so that it stays.
        service.database.query(
                "insert into outbox (shard, topic, record_key, payload, created_at)"
                        + " values (99, 'nowhere', '', '', now() - interval '1 minute')");

        Answer waiting = operator.get("outbox");
        assertThat(waiting.at("pending")).isEqualTo("1");
        assertThat(Double.parseDouble(waiting.at("oldestAgeSeconds"))).isBetween(60.0, 120.0);
    }

    @Test
    void isSilentUnlessSwitchedOn() {
        Map<String, Object> settings = Map.of("socialhub.ops.enabled", "false");
        try (RunningService silent = RunningService.start("kit", settings)) {
            for (String path : List.of("schema", "outbox", "identity", "consumers", "checksum")) {
                assertThat(new Operator(silent).get(path).status()).as(path).isEqualTo(404);
            }
            assertThat(new Operator(silent).post("schema/repair").status()).isEqualTo(404);
        }
    }

    private static Answer send(@Nullable Person who, String method, String path) {
        return service.send(
                who,
                service.request("/internal/ops/" + path).method(method, BodyPublishers.noBody()));
    }

    @GroupListener("kit-listeners")
    static class Listener extends EventListener {

        Listener(Consumer consumer, BatchDeliveries deliveries) {
            super(consumer, deliveries);
        }

        @Override
        @io.micronaut.configuration.kafka.annotation.Topic({
            TopicName.USER,
            TopicName.USER_REPLAY,
            TopicName.POST,
            TopicName.POST_REPLAY
        })
        protected void receive(ConsumerRecords<byte[], byte[]> records) {
            super.receive(records);
        }
    }

    @Singleton
    static final class Consumer implements EventConsumer {

        @Override
        public String group() {
            return "kit-listeners";
        }

        @Override
        public Set<Topic> topics() {
            return Set.of(Topic.USER, Topic.POST);
        }

        @Override
        public ReplayPolicy replayPolicy() {
            return ReplayPolicy.SUPPRESS;
        }

        @Override
        public void handle(List<ReceivedEvent> events) {}
    }
}
