package dev.socialhub.cli.load.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.machine.AtomicFile;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.loadtest.format.Outcome;
import dev.socialhub.loadtest.format.Phase;
import dev.socialhub.loadtest.format.PlanDocument;
import dev.socialhub.loadtest.format.ProgressMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
    @TempDir Path folder;

    private final List<ProgressMessage> received = new ArrayList<>();

    @Test
    void reportsMessagesInOrderAndTheOutcome() throws Exception {
        Outcome outcome = run("happy");
        assertThat(received)
                .containsExactly(
                        new ProgressMessage.Preparing(1, 1, "users signed up"),
                        begun(Phase.WARM_UP),
                        begun(Phase.MEASURING),
                        new ProgressMessage.PhaseProgress(Phase.MEASURING, 2, 400, 400, 0),
                        begun(Phase.ENDING));
        assertThat(outcome.profile()).isEqualTo("follow");
        assertThat(outcome.postponed()).isEqualTo(2);
        assertThat(outcome.operations().getFirst().millis())
                .isEqualTo(new Outcome.Millis(3.1, 3, 5, 9, 31));
    }

    @Test
    void keepsOtherOutputAndContinues() throws Exception {
        run("rubbish");
        assertThat(received).hasSize(5);
        assertThat(Files.readString(folder.resolve("generator.out")))
                .isEqualTo(
                        "Simulation started...\n{\"event\":\"phase\",\n{\"event\":\"unheard"
                                + " of\"}\n");
    }

    @Test
    void reportsTheReasonOfAFailure() {
        assertThatThrownBy(() -> run("dies"))
                .isInstanceOfSatisfying(
                        OperatorError.class,
                        error -> {
                            assertThat(error.exitCode()).isEqualTo(ExitCode.FAILED);
                            assertThat(error.line())
                                    .contains("the generator failed: users answers 503: is it up?")
                                    .contains(folder.resolve("generator.log").toString());
                        });
    }

    @Test
    void anOutcomeThatIsMissingIsAFailure() {
        assertThatThrownBy(() -> run("without-outcome"))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("wrote no readable outcome");
    }

    @Test
    void endsWhenItIsInterrupted() throws Exception {
        try (Generator generator = start("forever")) {
            ProcessHandle process = ProcessHandle.of(generator.pid()).orElseThrow();
            assertThatThrownBy(() ->
                            generator.await(message -> {
                                if (message instanceof ProgressMessage.PhaseBegun) {
                                    generator.interrupt();
                                }
                            }))
                    .isInstanceOfSatisfying(
                            OperatorError.class,
                            error -> assertThat(error.exitCode()).isEqualTo(ExitCode.INTERRUPTED));
            assertThat(process.isAlive()).isFalse();
        }
    }

    @Test
    void outputIsReadToItsEndAfterAnInterrupt() throws Exception {
        try (Generator generator = start("polite");
                ExecutorService operator = Executors.newSingleThreadExecutor()) {
            assertThatThrownBy(() ->
                            generator.await(message -> {
                                received.add(message);
                                if (message.equals(begun(Phase.WARM_UP))) {
                                    operator.execute(generator::interrupt);
                                } else if (message.equals(begun(Phase.ENDING))) {
                                    AtomicFile.write(folder.resolve(FakeGenerator.RECEIVED), "");
                                }
                            }))
                    .isInstanceOfSatisfying(
                            OperatorError.class,
                            error -> assertThat(error.exitCode()).isEqualTo(ExitCode.INTERRUPTED));
        }
        assertThat(received).endsWith(begun(Phase.ENDING));
    }

    @Test
    void endsWhenItIsClosed() {
        ProcessHandle process;
        try (Generator generator = start("forever")) {
            process = ProcessHandle.of(generator.pid()).orElseThrow();
        }
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void othersCannotReadThePlan() throws Exception {
        run("happy");
        assertThat(Files.getPosixFilePermissions(folder.resolve("plan.json")))
                .as("it may hold a password")
                .hasSize(2);
    }

    private static ProgressMessage begun(Phase phase) {
        return new ProgressMessage.PhaseBegun(phase, "2026-01-01T00:00:00.123Z");
    }

    private Outcome run(String behaviour) throws InterruptedException {
        try (Generator generator = start(behaviour)) {
            return generator.await(received::add);
        }
    }

    private Generator start(String behaviour) {
        return new Generator(FakeGenerator.command(behaviour), Map.of(), plan(folder), folder);
    }

    private static PlanDocument plan(Path folder) {
        return new PlanDocument(
                PlanDocument.VERSION,
                "k3x9q2",
                "follow",
                "http://127.0.0.1:8080",
                Map.of(),
                Map.of(),
                200,
                0,
                5,
                10,
                folder.toString(),
                false);
    }
}
