package dev.socialhub.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.socialhub.cli.check.Finding.Status;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CheckRunnerTest {
    private final CheckRunner runner = new CheckRunner(Duration.ofMillis(300), "look there");

    @Test
    void keepsTheOrderOfTheChecksAndPutsThePortsLast() {
        List<CheckResult> results =
                runner.run(
                        List.of(Check.of("a", () -> Finding.ok("1")), Check.of("b", () -> fails())),
                        "ports",
                        () -> List.of(Check.of("port-x", () -> Finding.ok("3"))));
        assertThat(results).extracting(CheckResult::name).containsExactly("a", "b", "port-x");
        assertThat(results)
                .extracting(CheckResult::status)
                .containsExactly(Status.ok, Status.fail, Status.ok);
    }

    @Test
    @Timeout(10)
    void aCheckThatHangsFailsAloneAndInTime() {
        CountDownLatch never = new CountDownLatch(1);
        List<CheckResult> results =
                runner.run(
                        List.of(
                                Check.of("hangs", () -> await(never)),
                                Check.of("works", () -> Finding.ok("1"))),
                        "ports",
                        () -> {
                            await(never);
                            return List.of();
                        });
        assertThat(results)
                .extracting(CheckResult::name)
                .containsExactly("hangs", "works", "ports");
        assertThat(results)
                .extracting(CheckResult::found)
                .containsExactly("no answer within 0.3 s", "1", "no answer within 0.3 s");
    }

    @Test
    void aKnownErrorIsAFindingWithItsFix() {
        List<CheckResult> results =
                runner.run(
                        List.of(),
                        "ports",
                        () -> {
                            throw new OperatorError(5, "GATEWAY_PORT is 'x'", "set it to a port");
                        });
        assertThat(results)
                .extracting(CheckResult::name, CheckResult::found, CheckResult::fix)
                .containsExactly(tuple("ports", "GATEWAY_PORT is 'x'", "set it to a port"));
    }

    @Test
    void anUnexpectedErrorIsAFindingToo() {
        List<CheckResult> results =
                runner.run(
                        List.of(
                                Check.of(
                                        "disk",
                                        () -> {
                                            throw new UncheckedIOException(
                                                    new IOException("bad sector"));
                                        })));
        assertThat(results.getFirst().status()).isEqualTo(Status.fail);
        assertThat(results.getFirst().found()).contains("bad sector");
    }

    private static Finding fails() {
        return Finding.fail("wrong", "mend it");
    }

    private static Finding await(CountDownLatch latch) {
        try {
            latch.await();
            return Finding.ok("opened");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
