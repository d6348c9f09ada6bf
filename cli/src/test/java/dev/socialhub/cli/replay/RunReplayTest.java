package dev.socialhub.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.CapturedTerminal;
import dev.socialhub.cli.bus.FakeBus;
import dev.socialhub.cli.bus.StoredRecord;
import dev.socialhub.cli.bus.StoredRecord.RecordHeader;
import dev.socialhub.cli.copy.CopyRecords;
import dev.socialhub.cli.copy.FakeTopics;
import dev.socialhub.cli.copy.GroupProgress;
import dev.socialhub.cli.copy.RateLimit;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing a planned replay, however often it is interrupted. */
class RunReplayTest {
    private static final String TOPIC = "POST_TOPIC";
    private static final String INTO = "POST_TOPIC.replay";
    private static final int EVENTS = 3_000;

    private final FakeTopics topics = new FakeTopics().topic(TOPIC, 3).topic(INTO, 3);
    private final FakeBus bus = new FakeBus();

    @TempDir Path notes;
    private ReplayFolder folder;

    @BeforeEach
    void fill() {
        folder = new ReplayFolder(notes);
        for (int i = 0; i < EVENTS; i++) {
            topics.event(TOPIC, i % 3, "key" + i % 7, i % 2 == 0 ? "a" : "b", i);
        }
    }

    @Test
    void writesBytesAndHeadersAsTheyWereToTheSamePartitions() {
        RecordHeader own = new RecordHeader("own", new byte[] {0, 1});
        String traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        RecordHeader trace =
                new RecordHeader("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        RecordHeader stale = new RecordHeader("replay-groups", new byte[] {'x'});
        topics.put(
                TOPIC,
                2,
                "last",
                "{\"specversion\":\"1.0\", \"id\":\"1\",  \"type\":\"a\"}",
                List.of(own, trace, stale));
        StoredRecord original = topics.in(TOPIC).getLast();
        SavedReplay done = run(begin(new Selection(List.of("last"), List.of())));
        assertThat(done.finished()).isTrue();
        assertThat(topics.in(INTO)).hasSize(1);
        StoredRecord copy = topics.in(INTO).getFirst();
        assertThat(copy.key()).isEqualTo(original.key());
        assertThat(copy.value()).isEqualTo(original.value());
        assertThat(copy.partition().number()).isEqualTo(2);
        assertThat(copy.header("own")).hasValue("\0\1");
        assertThat(copy.header("traceparent")).hasValue(traceparent);
        assertThat(copy.header("replay-id")).hasValue("r1");
        assertThat(copy.headers()).filteredOn(it -> it.name().equals("replay-groups")).hasSize(1);
        assertThat(copy.header("replay-groups")).hasValue("notifications,search");
    }

    @Test
    void aKilledReplayGoesOnAndLosesNothing() {
        SavedReplay replay = begin(new Selection(List.of(), List.of()));
        folder.write(replay);
        int deaths = 0;
        while (!replay.finished()) {
            topics.dieAfter(2);
            SavedReplay again = replay;
            try {
                replay = run(again);
            } catch (FakeTopics.Died died) {
                deaths++;
                replay = folder.read("r1");
            }
        }
        assertThat(deaths).isBetween(2, 10);
        for (int partition = 0; partition < 3; partition++) {
            List<String> wanted = values(TOPIC, partition);
            List<String> written = values(INTO, partition);
            assertThat(written.stream().distinct().toList())
                    .as("each once, in their order, but for repetitions")
                    .isEqualTo(wanted);
        }
        assertThat(topics.in(INTO).size()).isLessThan(EVENTS + deaths * 500 + 1);
    }

    @Test
    void anInterruptedReplayGoesOnWithoutRepeatingAnything() {
        SavedReplay replay = begin(new Selection(List.of(), List.of("a")));
        AtomicInteger left = new AtomicInteger(1_200);
        SavedReplay stopped = run(replay, () -> left.decrementAndGet() > 0);
        assertThat(stopped.finished()).isFalse();
        assertThat(stopped.written()).isEqualTo(topics.in(INTO).size()).isPositive();
        SavedReplay done = run(folder.read("r1"));
        assertThat(done.finished()).isTrue();
        assertThat(done.written()).isEqualTo(EVENTS / 2);
        assertThat(topics.in(INTO)).hasSize(EVENTS / 2);
    }

    @Test
    void whatTheOtherTopicHoldsIsLeftOut() {
        SavedReplay replay = begin(new Selection(List.of("key0"), List.of()));
        Set<UUID> there =
                topics.in(TOPIC).stream()
                        .limit(500)
                        .flatMap(one -> ReplayedEvents.in(one).stream())
                        .map(ReplayedEvents::identity)
                        .collect(Collectors.toSet());
        long wanted = topics.in(TOPIC).stream().filter(it -> it.keyText().equals("key0")).count();
        long present =
                topics.in(TOPIC).stream()
                        .limit(500)
                        .filter(it -> it.keyText().equals("key0"))
                        .count();
        SavedReplay done =
                new RunReplay(replay, copying(), folder, progress()).run(there, 3, () -> true);
        assertThat(done.written()).isEqualTo(wanted - present);
    }

    @Test
    void aReplayIsWrittenByOneProcessAtATime() {
        try (ReplayFolder.Hold _ = folder.hold("r1")) {
            assertThatThrownBy(() -> folder.hold("r1"))
                    .isInstanceOfSatisfying(
                            OperatorError.class,
                            error -> assertThat(error.exitCode()).isEqualTo(ExitCode.REFUSED));
        }
        folder.hold("r1").close();
    }

    @Test
    void whatWasNeverBegunIsNotFoundAndWhatIsBrokenSaysSo() throws IOException {
        for (String id : List.of("r2", "../r1", "", "r\n1")) {
            assertThatThrownBy(() -> folder.read(id))
                    .isInstanceOfSatisfying(
                            OperatorError.class,
                            error -> assertThat(error.exitCode()).isEqualTo(ExitCode.NOT_FOUND));
        }
        folder.write(begin(new Selection(List.of(), List.of())));
        Files.writeString(notes.resolve("replays/r1.json"), "{\"version\":1");
        assertThatThrownBy(() -> folder.read("r1"))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("can't be read");
    }

    private SavedReplay begin(Selection selection) {
        PlanReplay planning = PlanReplayTest.planning(topics, bus);
        ReplayPlan plan =
                planning.plan(
                        new ReplayRequest(TOPIC, null, null, selection, List.of(), null, false),
                        _ ->
                                List.of(
                                        ReplayConsumer.of("notifications", "n", "PROJECT", true),
                                        ReplayConsumer.of("mail", "mail", "REFUSE", true),
                                        ReplayConsumer.of("search", "search", "SUPPRESS", true)));
        return SavedReplay.begin("r1", 1_000_000, null, plan);
    }

    private SavedReplay run(SavedReplay replay) {
        return run(replay, () -> true);
    }

    private SavedReplay run(SavedReplay replay, BooleanSupplier wanted) {
        return new RunReplay(replay, copying(), folder, progress()).run(Set.of(), 3, wanted);
    }

    private CopyRecords copying() {
        return new CopyRecords(
                topics,
                topics,
                RateLimit.of(1_000_000),
                GroupProgress.of(bus, List.of("notifications"), progress()));
    }

    private static ProgressDisplay progress() {
        return ProgressDisplay.on(CapturedTerminal.plain().terminal());
    }

    private List<String> values(String topic, int partition) {
        return topics.in(topic).stream()
                .filter(one -> one.partition().number() == partition)
                .map(one -> new String(Objects.requireNonNull(one.value()), StandardCharsets.UTF_8))
                .toList();
    }
}
