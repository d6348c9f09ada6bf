package dev.socialhub.cli.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.CapturedTerminal;
import dev.socialhub.cli.load.generator.FakeGenerator;
import dev.socialhub.cli.load.result.GoalVerdict;
import dev.socialhub.cli.load.result.LoadRun;
import dev.socialhub.cli.load.result.LoadRun.ProcessFacts;
import dev.socialhub.cli.load.result.Runs;
import dev.socialhub.cli.metrics.WatchedProcess;
import dev.socialhub.cli.terminal.Interruption;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfferLoadTest {
    @TempDir Path folder;

    private final CapturedTerminal terminal = CapturedTerminal.plain();

    @Test
    void measuresProcessesBetweenTheMessagesOfTheGenerator() throws InterruptedException {
        LoadRun run = offer("happy", Map.of("p99_millis", 10.0));
        assertThat(run.verdict()).isEqualTo(GoalVerdict.met);
        assertThat(run.processes())
                .extracting(ProcessFacts::name)
                .containsExactly("users", "generator", "socialhubctl");
        assertThat(run.processes())
                .filteredOn(process -> !process.name().equals("generator"))
                .allSatisfy(process -> {
                    assertThat(process.cores()).isNotNull();
                    assertThat(process.memoryBytes()).isPositive();
                });
        assertThat(run.operations().getFirst().cpuMicros()).isNotNull();
        assertThat(terminal.err())
                .contains("preparing: 1 of 1 users signed up")
                .contains("measuring: 2 of 10 s, 200/s, failed 0");
    }

    @Test
    void aRateThatIsNotReachedMakesTheRunInvalid() throws InterruptedException {
        LoadRun run = offer("slow", Map.of("p99_millis", 10.0));
        assertThat(run.verdict()).isEqualTo(GoalVerdict.invalid);
        assertThat(run.reasons().getFirst()).startsWith("follow: achieved 180.0/s of 200.0/s");
    }

    @Test
    void aGoalCanBeMissed() throws InterruptedException {
        assertThat(offer("rubbish", Map.of("p99_millis", 8.0)).verdict())
                .isEqualTo(GoalVerdict.missed);
    }

    @Test
    void withoutAMeasuredPartThereIsNoRun() {
        assertThatThrownBy(() -> offer("silent", Map.of()))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("no measured part");
    }

    private LoadRun offer(String behaviour, Map<String, Double> goal) throws InterruptedException {
        WatchedProcess users =
                new WatchedProcess(
                        "users",
                        "users",
                        Optional.empty(),
                        Optional.of(ProcessHandle.current().pid()));
        try (Interruption interruption = Interruption.expected();
                ProgressDisplay progress = ProgressDisplay.on(terminal.terminal())) {
            OfferLoad.Offered offered =
                    new OfferLoad(
                                    FakeGenerator.command(behaviour),
                                    Map.of(),
                                    List.of(users),
                                    interruption)
                            .offer(Runs.plan(), folder, progress);
            return Runs.made(goal, Map.of())
                    .of("id", offered.outcome(), offered.measured(), List.of());
        }
    }
}
