package dev.socialhub.cli.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.socialhub.cli.CapturedTerminal;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendStagesTest {
    private static final Instant UNTIL = Instant.parse("2025-11-01T00:00:00Z");

    @TempDir Path folder;

    private final CapturedTerminal terminal = CapturedTerminal.plain();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final List<SeedStage> stages = List.of(numbers("ones", 95), numbers("twos", 7));
    private String failing = "none";
    private int failure = ExitCode.PLATFORM_UNAVAILABLE;

    /** Rows that are numbers, ten at a time. */
    private static SeedStage numbers(String name, int rows) {
        return new SeedStage(
                name,
                name,
                name,
                rows,
                10,
                (from, to) -> IntStream.range(from, to).mapToObj(number -> name + number).toList());
    }

    @Test
    void sendsEveryRowOnceStageByStage() {
        List<StageResult> results = send(fresh());
        assertThat(results)
                .containsExactly(
                        new StageResult("ones", "ones", 95, 95, 0),
                        new StageResult("twos", "twos", 7, 7, 0));
        assertThat(held).hasSize(102);
        assertThat(order).hasSize(11).endsWith("twos0");
        assertThat(terminal.err()).contains("ones: 95 rows, ", "twos: 7 rows, ");
    }

    @Test
    void sendsAgainWhileAServiceIsAway() {
        failing = "ones30";
        failures.set(3);
        assertThat(send(fresh()).getFirst().added()).isEqualTo(95);
        assertThat(order).filteredOn("ones30"::equals).hasSize(4);
    }

    @Test
    void continuesAfterTheLastLine() {
        failing = "ones50";
        failures.set(Integer.MAX_VALUE);
        failure = ExitCode.FAILED;
        assertThatThrownBy(() -> send(fresh()))
                .isInstanceOfSatisfying(
                        OperatorError.class,
                        error -> assertThat(error.exitCode()).isEqualTo(ExitCode.FAILED));
        assertThat(terminal.err()).contains("ones: stopped after ");
        assertThat(order).doesNotContain("twos0");

        Checkpoint checkpoint = Checkpoint.find(file()).orElseThrow();
        assertThat(checkpoint.batches("ones")).isEqualTo(5);
        failing = "none";
        order.clear();
        send(checkpoint);
        assertThat(order).contains("ones50", "ones90", "twos0").doesNotContain("ones0", "ones40");
        assertThat(held).hasSize(102);
    }

    @Test
    void noticesThatThePlatformIsAnother() {
        Checkpoint checkpoint = fresh();
        send(checkpoint);
        SendStages again = sending(checkpoint);
        assertThat(again.hasRecordedRows(stages)).isTrue();
        held.clear();
        assertThat(again.hasRecordedRows(stages)).isFalse();
    }

    @Test
    void addsUpWhatWasLeftOut() {
        held.add("left out");
        assertThat(send(fresh()).getFirst().leftOut()).isEqualTo(10);
    }

    private List<StageResult> send(Checkpoint checkpoint) {
        return sending(checkpoint).send(stages);
    }

    private SendStages sending(Checkpoint checkpoint) {
        ProgressDisplay progress = ProgressDisplay.on(terminal.terminal());
        return new SendStages(this::receive, checkpoint, progress, Duration.ofMillis(1));
    }

    private JsonNode receive(SeedStage stage, Object body) {
        List<?> rows = (List<?>) body;
        String first = rows.getFirst().toString();
        order.add(first);
        if (first.equals(failing) && failures.getAndDecrement() > 0) {
            throw new OperatorError(failure, stage.service() + " is away", "wait");
        }
        long added = rows.stream().filter(row -> held.add(row.toString())).count();
        return JsonNodeFactory.instance
                .objectNode()
                .put("added", added)
                .put("leftOut", held.contains("left out") ? 1 : 0);
    }

    private Checkpoint fresh() {
        return Checkpoint.fresh(file(), UNTIL);
    }

    private Path file() {
        return folder.resolve("notes").resolve("seed.json");
    }
}
