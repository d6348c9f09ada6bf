package dev.socialhub.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventCodec;
import dev.socialhub.contracts.event.EventHeaders;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.post.PostDeleted;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.RecordedLog;
import dev.socialhub.shared.testing.Settings;
import dev.socialhub.shared.trace.TraceContext;
import dev.socialhub.testkit.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reaches a consumer, and what becomes of the rest. */
class ConsumerIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TOPIC = Topic.POST.topicName();

    /** With its key and the envelopes of record and request, a megabyte but for a few bytes. */
    private static final int LARGEST_VALUE = 1024 * 1024 - 150;

    private final String group = "kit-" + UUID.randomUUID();
    private final List<EmbeddedServer> services = new ArrayList<>();
    private Bus bus;

    @BeforeEach
    void connect() {
        bus = new Bus(TestServers.shared().kafkaBrokers());
    }

    @AfterEach
    void stop() {
        services.forEach(EmbeddedServer::close);
        bus.close();
    }

    @Test
    void deliversInTheOrderOfEachKey() {
        RecordingConsumer consumer = start(ReplayPolicy.PROJECT);
        UUID post = UUID.randomUUID();
        for (int version = 1; version <= 50; version++) {
            bus.send(TOPIC, deleted(post, version));
        }
        await().atMost(SOON).until(() -> versions(consumer, post).size() >= 50);
        assertThat(versions(consumer, post)).isSorted().doesNotHaveDuplicates().hasSize(50);
    }

    @Test
    void showsEverySeriesFromTheBeginning() {
        start(ReplayPolicy.PROJECT);
        MeterRegistry meters =
                services.getLast().getApplicationContext().getBean(MeterRegistry.class);

        for (String name :
                List.of(
                        InboxMetrics.HANDLED,
                        InboxMetrics.DUPLICATES,
                        InboxMetrics.RETRIES,
                        InboxMetrics.DEAD_LETTERS)) {
            assertThat(meters.find(name).tag(InboxMetrics.GROUP, group).counter())
                    .as(name)
                    .isNotNull();
        }
    }

    @Test
    void putsPoisonAsideAndGoesOn() {
        RecordingConsumer consumer = start(ReplayPolicy.PROJECT);
        byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        byte[] poison = "poison".getBytes(StandardCharsets.UTF_8);
        UUID post = UUID.randomUUID();
        bus.send(TOPIC, key, poison, new RecordHeader("origin", new byte[] {1}));
        bus.sendNothing(TOPIC, key);
        bus.send(TOPIC, key, encoded(post));
        await().atMost(SOON).until(() -> consumer.subjects().contains(post.toString()));
        List<ConsumerRecord<byte[], byte[]>> deadLetters = awaitDeadLetters(key, 2);
        assertThat(deadLetters.getFirst().value()).isEqualTo(poison);
        assertThat(deadLetters.getFirst().headers().lastHeader("origin").value())
                .isEqualTo(new byte[] {1});
        assertThat(header(deadLetters.getFirst(), EventHeaders.DEAD_LETTER_REASON))
                .contains("MalformedEvent");
        assertThat(header(deadLetters.getFirst(), EventHeaders.DEAD_LETTER_ORIGIN))
                .startsWith(TOPIC + "-");
        assertThat(deadLetters.getLast().value()).isNull();
    }

    @Test
    void putsPoisonAsideThatIsAsLargeAsARecordCanBe() {
        RecordingConsumer consumer = start(ReplayPolicy.PROJECT);
        byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        byte[] poison = "x".repeat(LARGEST_VALUE).getBytes(StandardCharsets.UTF_8);
        UUID after = UUID.randomUUID();
        bus.send(TOPIC, key, poison);
        bus.send(TOPIC, key, encoded(after));
        await().atMost(SOON).until(() -> consumer.subjects().contains(after.toString()));
        assertThat(awaitDeadLetters(key, 1).getFirst().value()).isEqualTo(poison);
    }

    @Test
    void triesAPermanentErrorFiveTimesAndPutsOnlyThatEventAside() {
        RecordingConsumer consumer = start(ReplayPolicy.PROJECT);
        // One partition, so that all three come in one batch.
        byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        UUID before = UUID.randomUUID();
        UUID failing = UUID.randomUUID();
        UUID after = UUID.randomUUID();
        consumer.failFor(failing.toString());
        for (UUID post : List.of(before, failing, after)) {
            bus.send(TOPIC, key, encoded(post));
        }
        await().atMost(SOON).until(() -> consumer.subjects().contains(after.toString()));
        assertThat(consumer.subjects())
                .contains(before.toString())
                .doesNotContain(failing.toString());
        assertThat(consumer.refusals()).isBetween(5, 7);
        assertThat(header(awaitDeadLetters(key, 1).getFirst(), EventHeaders.DEAD_LETTER_REASON))
                .isEqualTo("IllegalArgumentException: breaks a rule");
    }

    @Test
    void anErrorInOnePartitionHoldsUpNoOther() {
        RecordingConsumer consumer = start(ReplayPolicy.PROJECT);
        UUID failing = UUID.randomUUID();
        List<UUID> others = Stream.generate(UUID::randomUUID).limit(30).toList();
        consumer.failFor(failing.toString());
        bus.send(TOPIC, deleted(failing, 1));
        others.forEach(post -> bus.send(TOPIC, deleted(post, 1)));
        await().atMost(SOON)
                .until(() -> others.stream().allMatch(post -> about(consumer, post).size() == 1));
        awaitDeadLetters(failing.toString().getBytes(StandardCharsets.UTF_8), 1);
        assertThat(about(consumer, failing)).isEmpty();
    }

    @Test
    void handlesEachEventInTheTraceOfItsRecordOrElseOfItself() {
        RecordingConsumer consumer = start(ReplayPolicy.PROJECT);
        TraceContext request = TraceContext.begin();
        TraceContext sending = request.child();
        UUID post = UUID.randomUUID();
        Event sent = deleted(post, 1, request.traceparent());
        Event older = deleted(post, 2, request.traceparent());
        Event unaddressed = deleted(post, 3);
        Header header =
                new RecordHeader(
                        EventHeaders.TRACEPARENT,
                        sending.traceparent().getBytes(StandardCharsets.UTF_8));
        bus.send(TOPIC, sent, header);
        bus.send(TOPIC, older);
        bus.send(TOPIC, unaddressed);
        await().atMost(SOON).until(() -> versions(consumer, post).size() == 3);
        for (Event event : List.of(sent, older)) {
            TraceContext handling = Objects.requireNonNull(consumer.trace(event.id()));
            assertThat(handling.traceId()).isEqualTo(request.traceId());
            assertThat(handling.spanId()).isNotIn(request.spanId(), sending.spanId());
        }
        assertThat(consumer.trace(unaddressed.id())).isNull();
    }

    @Test
    void handlesWhatIsPlayedAgainInTheTraceThatItCameFrom() {
        RecordingConsumer consumer = start(ReplayPolicy.PROJECT);
        TraceContext sending = TraceContext.begin();
        Event played = deleted(UUID.randomUUID(), 1, sending.traceparent());
        Header trace =
                new RecordHeader(
                        EventHeaders.TRACEPARENT,
                        sending.traceparent().getBytes(StandardCharsets.UTF_8));
        bus.send(Topic.POST.replayName(), played, trace, groups(group));
        await().atMost(SOON).until(() -> consumer.trace(played.id()) != null);
        TraceContext handling = Objects.requireNonNull(consumer.trace(played.id()));
        assertThat(handling.traceId()).isEqualTo(sending.traceId());
        assertThat(handling.spanId()).isNotEqualTo(sending.spanId());
        assertThat(about(consumer, UUID.fromString(played.data().subject())))
                .allMatch(ReceivedEvent::replayed);
    }

    @Test
    void aDeadLetterStaysInItsTraceAndIsReportedThere() {
        RecordingConsumer consumer = start(ReplayPolicy.PROJECT);
        byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        TraceContext sending = TraceContext.begin();
        byte[] poison = "secret words".getBytes(StandardCharsets.UTF_8);
        UUID after = UUID.randomUUID();
        try (RecordedLog log = new RecordedLog()) {
            bus.send(
                    TOPIC,
                    key,
                    poison,
                    new RecordHeader(
                            EventHeaders.TRACEPARENT,
                            sending.traceparent().getBytes(StandardCharsets.UTF_8)));
            bus.send(TOPIC, key, encoded(after));
            await().atMost(SOON).until(() -> consumer.subjects().contains(after.toString()));
            assertThat(header(awaitDeadLetters(key, 1).getFirst(), EventHeaders.TRACEPARENT))
                    .isEqualTo(sending.traceparent());
            List<ILoggingEvent> lines =
                    log.atLeast(Level.WARN).stream()
                            .filter(line ->
                                    sending.traceId()
                                            .equals(line.getMDCPropertyMap().get("traceId")))
                            .toList();
            assertThat(lines).hasSize(1);
            assertThat(lines.getFirst().getFormattedMessage()).contains("can't handle " + TOPIC);
            assertThat(ThrowableProxyUtil.asString(lines.getFirst().getThrowableProxy()))
                    .contains("MalformedEvent")
                    .doesNotContain("secret");
        }
    }

    @Test
    void triesATransientErrorForEverAndKeepsTheOrder() {
        RecordingConsumer consumer = start(ReplayPolicy.PROJECT);
        consumer.storeIsAway(true);
        UUID post = UUID.randomUUID();
        for (int version = 1; version <= 20; version++) {
            bus.send(TOPIC, deleted(post, version));
        }
        await().atMost(SOON).until(() -> consumer.refusals() > 5);
        assertThat(versions(consumer, post)).isEmpty();
        consumer.storeIsAway(false);
        await().atMost(SOON).until(() -> versions(consumer, post).size() >= 20);
        assertThat(versions(consumer, post)).isSorted().doesNotHaveDuplicates().hasSize(20);
        assertThat(deadLetters(post.toString().getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void skipsTypesOfNewerProducers() {
        RecordingConsumer consumer = start(ReplayPolicy.PROJECT);
        UUID post = UUID.randomUUID();
        byte[] key = post.toString().getBytes(StandardCharsets.UTF_8);
        bus.send(
                TOPIC,
                key,
                """
                {"specversion":"1.0","id":"%s","type":"post.exploded","time":"2026-01-02T03:04:05Z",\
                "data":{}}\
                """
                        .formatted(post)
                        .getBytes(StandardCharsets.UTF_8));
        bus.send(TOPIC, deleted(post, 1));
        await().atMost(SOON).until(() -> versions(consumer, post).size() == 1);
        assertThat(deadLetters(key)).isEmpty();
    }

    @Test
    void playsAgainForTheNamedGroupsAlone() {
        RecordingConsumer consumer = start(ReplayPolicy.SUPPRESS);
        UUID mine = UUID.randomUUID();
        UUID others = UUID.randomUUID();
        UUID unaddressed = UUID.randomUUID();
        UUID last = UUID.randomUUID();
        String replay = Topic.POST.replayName();
        bus.send(replay, deleted(others, 1), groups("other," + group + "-not"));
        bus.send(replay, deleted(unaddressed, 1));
        bus.send(replay, deleted(mine, 1), groups("other," + group));
        bus.send(replay, deleted(last, 1), groups(group));
        await().atMost(SOON)
                .until(() ->
                        consumer.subjects().containsAll(List.of(mine.toString(), last.toString())));
        assertThat(consumer.subjects()).doesNotContain(others.toString(), unaddressed.toString());
        assertThat(consumer.effects())
                .filteredOn(one -> one.event().data().subject().equals(mine.toString()))
                .allMatch(ReceivedEvent::replayed);
    }

    @Test
    void playsNothingAgainForWhoRefuses() {
        RecordingConsumer consumer = start(ReplayPolicy.REFUSE);
        UUID refused = UUID.randomUUID();
        UUID live = UUID.randomUUID();
        bus.send(Topic.POST.replayName(), deleted(refused, 1), groups(group));
        bus.send(TOPIC, deleted(live, 1));
        await().atMost(SOON).until(() -> consumer.subjects().contains(live.toString()));
        await().during(Duration.ofSeconds(1))
                .until(() -> !consumer.subjects().contains(refused.toString()));
    }

    @ParameterizedTest
    @EnumSource
    void givesTheNamedGroupAloneWhatIsTriedAgain(ReplayPolicy policy) {
        RecordingConsumer consumer = start(policy);
        byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        UUID others = UUID.randomUUID();
        UUID mine = UUID.randomUUID();
        String replay = Topic.POST.replayName();
        bus.send(replay, key, encoded(others), retry("other"), groups(group));
        bus.send(replay, key, encoded(mine), retry(group));
        await().atMost(SOON).until(() -> consumer.subjects().contains(mine.toString()));
        assertThat(consumer.subjects()).doesNotContain(others.toString());
        assertThat(about(consumer, mine)).noneMatch(ReceivedEvent::replayed);
    }

    @Test
    void remembersOfALetterThatFailsAgainWhereItStoodFirst() {
        RecordingConsumer consumer = start(ReplayPolicy.REFUSE);
        byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        UUID failing = UUID.randomUUID();
        consumer.failFor(failing.toString());
        bus.send(TOPIC, key, encoded(failing), new RecordHeader("origin", new byte[] {1}));
        ConsumerRecord<byte[], byte[]> letter = awaitDeadLetters(key, 1).getFirst();
        tryAgain(letter);
        ConsumerRecord<byte[], byte[]> again = awaitDeadLetters(key, 2).getLast();
        assertThat(header(again, EventHeaders.DEAD_LETTER_ORIGIN))
                .isEqualTo(header(letter, EventHeaders.DEAD_LETTER_ORIGIN))
                .startsWith(TOPIC + "-");
        assertThat(again.headers().headers(EventHeaders.DEAD_LETTER_ORIGIN)).hasSize(1);
        assertThat(again.headers().headers(EventHeaders.DEAD_LETTER_REASON)).hasSize(1);
        assertThat(again.headers().lastHeader(EventHeaders.RETRY_GROUP)).isNull();
        assertThat(again.headers().lastHeader("origin").value()).isEqualTo(new byte[] {1});
    }

    @Test
    void takesAReplayThatFailedAsAReplayWhenItIsTriedAgain() {
        RecordingConsumer consumer = start(ReplayPolicy.SUPPRESS);
        byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        UUID failing = UUID.randomUUID();
        consumer.failFor(failing.toString());
        bus.send(
                Topic.POST.replayName(),
                key,
                encoded(failing),
                groups("other," + group),
                new RecordHeader(EventHeaders.REPLAY_ID, new byte[] {'7'}));
        ConsumerRecord<byte[], byte[]> letter = awaitDeadLetters(key, 1).getFirst();
        assertThat(header(letter, EventHeaders.REPLAY_GROUPS)).isEqualTo(group);
        assertThat(header(letter, EventHeaders.REPLAY_ID)).isEqualTo("7");
        consumer.succeedAgain();
        tryAgain(letter);
        await().atMost(SOON).until(() -> consumer.subjects().contains(failing.toString()));
        assertThat(about(consumer, failing)).allMatch(ReceivedEvent::replayed);
    }

    @Test
    void believesNoHeaderOfAReplayOnALiveTopic() {
        RecordingConsumer consumer = start(ReplayPolicy.PROJECT);
        byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        UUID failing = UUID.randomUUID();
        consumer.failFor(failing.toString());
        bus.send(
                TOPIC,
                key,
                encoded(failing),
                groups(group),
                retry("other"),
                new RecordHeader(
                        EventHeaders.DEAD_LETTER_ORIGIN,
                        "elsewhere".getBytes(StandardCharsets.UTF_8)));
        ConsumerRecord<byte[], byte[]> letter = awaitDeadLetters(key, 1).getFirst();
        assertThat(letter.headers().lastHeader(EventHeaders.REPLAY_GROUPS)).isNull();
        assertThat(letter.headers().lastHeader(EventHeaders.RETRY_GROUP)).isNull();
        assertThat(header(letter, EventHeaders.DEAD_LETTER_ORIGIN)).startsWith(TOPIC + "-");
    }

    @Test
    void leavesItsGroupAtTheEnd() throws Exception {
        RecordingConsumer consumer = start(ReplayPolicy.PROJECT);
        UUID post = UUID.randomUUID();
        bus.send(TOPIC, deleted(post, 1));
        await().atMost(SOON).until(() -> versions(consumer, post).size() == 1);
        services.removeLast().close();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestServers.shared().kafkaBrokers()))) {
            assertThat(admin.describeConsumerGroups(List.of(group)).all().get().values())
                    .flatExtracting(ConsumerGroupDescription::members)
                    .isEmpty();
        }
    }

    @Test
    void goesOnAfterARestartWhereItHadCommitted() {
        RecordingConsumer first = start(ReplayPolicy.PROJECT);
        UUID post = UUID.randomUUID();
        bus.send(TOPIC, deleted(post, 1));
        await().atMost(SOON).until(() -> versions(first, post).size() == 1);
        services.removeLast().close();
        bus.send(TOPIC, deleted(post, 2));
        RecordingConsumer second = start(ReplayPolicy.PROJECT);
        await().atMost(SOON).until(() -> versions(second, post).contains(2L));
        assertThat(versions(second, post)).containsExactly(2L);
    }

    @Test
    void sharesTheWorkWithASecondInstance() {
        RecordingConsumer first = start(ReplayPolicy.PROJECT);
        RecordingConsumer second = start(ReplayPolicy.PROJECT);
        List<String> sent = new ArrayList<>();
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    UUID post = UUID.randomUUID();
                    bus.send(TOPIC, deleted(post, 1));
                    sent.add(post.toString());
                    return first.subjects().stream().anyMatch(sent::contains)
                            && second.subjects().stream().anyMatch(sent::contains);
                });
        await().atMost(SOON)
                .until(() -> {
                    List<String> all = new ArrayList<>(first.subjects());
                    all.addAll(second.subjects());
                    return all.containsAll(sent);
                });
    }

    @Test
    void takesUpPartitionsThatChangeHandsWhilePaused() {
        RecordingConsumer first = start(ReplayPolicy.PROJECT);
        List<String> sent = sendToAllPartitions();
        await().atMost(SOON).until(() -> first.subjects().containsAll(sent));
        first.storeIsAway(true);
        sent.addAll(sendToAllPartitions());
        await().atMost(SOON).until(() -> first.refusals() > Topic.PARTITIONS);

        RecordingConsumer second = start(ReplayPolicy.PROJECT);
        await().atMost(SOON).until(() -> !second.subjects().isEmpty());
        first.storeIsAway(false);
        await().atMost(SOON)
                .until(() -> {
                    List<String> all = new ArrayList<>(first.subjects());
                    all.addAll(second.subjects());
                    return all.containsAll(sent);
                });

        services.removeLast().close();
        List<String> later = sendToAllPartitions();
        await().atMost(SOON).until(() -> first.subjects().containsAll(later));
    }

    /** So many posts that every partition gets one, as good as certainly. */
    private List<String> sendToAllPartitions() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 10 * Topic.PARTITIONS; i++) {
            UUID post = UUID.randomUUID();
            bus.send(TOPIC, deleted(post, 1));
            sent.add(post.toString());
        }
        return sent;
    }

    private RecordingConsumer start(ReplayPolicy policy) {
        RecordingConsumer consumer = new RecordingConsumer(group, policy);
        ApplicationContext context =
                ApplicationContext.builder()
                        .properties(Settings.plain(TestServers.shared().kafkaBrokers()))
                        .properties(Map.of(RecordingListener.GROUP, group))
                        .singletons(consumer)
                        .start();
        services.add(context.getBean(EmbeddedServer.class).start());
        return consumer;
    }

    private List<ConsumerRecord<byte[], byte[]>> awaitDeadLetters(byte[] key, int count) {
        await().atMost(SOON).untilAsserted(() -> assertThat(deadLetters(key)).hasSize(count));
        return deadLetters(key);
    }

    /**
     * A new group reads the topic from its beginning, with whatever other tests have left there.
     */
    private List<ConsumerRecord<byte[], byte[]>> deadLetters(byte[] key) {
        return bus.records(Topic.POST.deadLetterName(group)).stream()
                .filter(letter -> Arrays.equals(letter.key(), key))
                .toList();
    }

    private static List<ReceivedEvent> about(RecordingConsumer consumer, UUID post) {
        return consumer.effects().stream()
                .filter(one -> one.event().data().subject().equals(post.toString()))
                .toList();
    }

    private static List<Long> versions(RecordingConsumer consumer, UUID post) {
        return consumer.effects().stream()
                .filter(one -> one.event().data().subject().equals(post.toString()))
                .map(one -> one.event().data().version())
                .toList();
    }

    private static Event deleted(UUID post, long version) {
        return deleted(post, version, null);
    }

    private static Event deleted(UUID post, long version, @Nullable String traceparent) {
        Instant now = Instant.now();
        return new Event(
                UUID.randomUUID(),
                now,
                traceparent,
                new PostDeleted(post, UUID.randomUUID(), now, version));
    }

    private static byte[] encoded(UUID post) {
        return new EventCodec(JsonMapper.createDefault()).encode(deleted(post, 1));
    }

    /** As an operator's tool does. */
    private void tryAgain(ConsumerRecord<byte[], byte[]> letter) {
        List<Header> headers = new ArrayList<>(List.of(letter.headers().toArray()));
        headers.add(retry(group));
        bus.send(
                Topic.POST.replayName(),
                letter.key(),
                letter.value(),
                headers.toArray(Header[]::new));
    }

    private static Header retry(String group) {
        return new RecordHeader(EventHeaders.RETRY_GROUP, group.getBytes(StandardCharsets.UTF_8));
    }

    private static Header groups(String groups) {
        return new RecordHeader(
                EventHeaders.REPLAY_GROUPS, groups.getBytes(StandardCharsets.UTF_8));
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
