package dev.socialhub.ops.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.socialhub.ops.Operator;
import dev.socialhub.ops.Writer;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.RunningService;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where an event is between the write that caused it and Kafka, and how it is sent on its way. */
class EventsOnTheirWayIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** In a shard that no relay reads, so that its events stay. */
    private static final int NOBODYS = 99;

    private RunningService service;
    private Operator operator;

    @BeforeEach
    void start() {
        // Nothing but a signal has the relay look.
        service = RunningService.start("kit", Map.of("socialhub.outbox.poll-interval", "1h"));
        operator = new Operator(service);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void countsWhatWaitsByTopicAndShard() {
        assertThat(operator.get("outbox/lanes").text()).isEqualTo("{\"lanes\":[]}");
        put(NOBODYS, "{}");
        put(NOBODYS, "{}");
        put(NOBODYS + 1, "{}");

        Answer lanes = operator.get("outbox/lanes");

        assertThat(lanes.text())
                .contains(
                        "{\"topic\":\"USER_TOPIC\",\"shard\":99,\"pending\":2,",
                        "{\"topic\":\"USER_TOPIC\",\"shard\":100,\"pending\":1,");
    }

    @Test
    void findsAnEventThatWaitsByItsId() {
        UUID wanted = UuidCreator.getTimeOrderedEpoch();
        assertThat(operator.get("outbox/events/" + wanted).text()).isEqualTo("{\"waiting\":null}");
        put(NOBODYS, "{\"id\":\"%s\"}".formatted(UuidCreator.getTimeOrderedEpoch()));
        put(NOBODYS, "not even JSON about " + wanted);
        put(NOBODYS, "{\"id\":\"another\",\"data\":{\"id\":\"%s\"}}".formatted(wanted));
        put(NOBODYS, "{\"specversion\":\"1.0\",\"id\":\"%s\"}".formatted(wanted));

        assertThat(operator.get("outbox/events/" + wanted).text())
                .contains(
                        "\"topic\":\"USER_TOPIC\",\"key\":\"some key\",\"shard\":99,\"since\":\"",
                        "\"ahead\":3");
    }

    @Test
    void asksForIdsThatTellTheirTime() {
        assertThat(operator.get("outbox/events/" + UUID.randomUUID()).status()).isEqualTo(422);
        assertThat(operator.get("outbox/events/first").status()).isEqualTo(422);
    }

    @Test
    void sendsAtOnceWhenAskedTo() {
        assertThat(operator.post("outbox/flush").text()).isEqualTo("{\"last\":0,\"pending\":0}");
        new Writer(service).write();
        await().atMost(SOON).until(() -> operator.get("outbox").at("pending").equals("0"));
        put(
                0,
                """
                {"specversion":"1.0","id":"%s","type":"user.profile_updated","source":"/users",\
                "subject":"01920000-0000-7000-8000-0000000000aa","time":"2026-01-02T03:04:05Z",\
                "data":{"userId":"01920000-0000-7000-8000-0000000000aa","username":"ada",\
                "name":"Ada","version":1}}\
                """
                        .formatted(UuidCreator.getTimeOrderedEpoch()));
        put(NOBODYS, "{}");

        String last = operator.post("outbox/flush").at("last");

        await().atMost(SOON)
                .until(() -> operator.get("outbox/flush/" + last).at("pending").equals("1"));
        service.database.query("delete from outbox");
        put(NOBODYS, "{}");
        assertThat(operator.get("outbox/flush/" + last).at("pending")).isEqualTo("0");
        assertThat(operator.get("outbox/flush/-1").status()).isEqualTo(422);
    }

    @Test
    void tellsWhenAConsumerHasClaimedAnEvent() {
        UUID event = UuidCreator.getTimeOrderedEpoch();
        String path = "consumers/kit-listeners/events/" + event;
        assertThat(operator.get(path).text()).isEqualTo("{\"claimedAt\":null}");
        service.database.query(
                "insert into inbox (consumer, event_id, received_at)"
                        + " values ('kit-listeners', '%s', '2026-01-02T03:04:05Z')"
                                .formatted(event));

        assertThat(operator.get(path).text()).isEqualTo("{\"claimedAt\":\"2026-01-02T03:04:05Z\"}");
        assertThat(operator.get("consumers/others/events/" + event).status()).isEqualTo(404);
    }

    private void put(int shard, String payload) {
        service.database.query(
                "insert into outbox (shard, topic, record_key, payload, created_at)"
                        + " values (%d, 'USER_TOPIC', 'some key', convert_to('%s', 'UTF8'), now())"
                                .formatted(shard, payload));
    }
}
