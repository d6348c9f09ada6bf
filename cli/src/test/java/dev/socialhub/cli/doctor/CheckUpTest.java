package dev.socialhub.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.doctor.DoctorReport.Entry;
import dev.socialhub.cli.doctor.Finding.Status;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CheckUpTest {
    private final CheckUp checkUp = new CheckUp(Duration.ofMillis(300));

    @Test
    void keepsTheOrderOfTheChecksAndPutsThePortsLast() {
        DoctorReport report =
                checkUp.run(
                        List.of(check("a", () -> Finding.ok("1")), check("b", () -> fails())),
                        () -> List.of(check("port-x", () -> Finding.ok("3"))));
        assertThat(report.checks()).extracting(Entry::name).containsExactly("a", "b", "port-x");
        assertThat(report.checks())
                .extracting(Entry::status)
                .containsExactly(Status.ok, Status.fail, Status.ok);
    }

    @Test
    @Timeout(10)
    void aCheckThatHangsFailsAloneAndInTime() {
        CountDownLatch never = new CountDownLatch(1);
        DoctorReport report =
                checkUp.run(
                        List.of(
                                check("hangs", () -> await(never)),
                                check("works", () -> Finding.ok("1"))),
                        () -> {
                            await(never);
                            return List.of();
                        });
        assertThat(report.checks())
                .extracting(Entry::name)
                .containsExactly("hangs", "works", "ports");
        assertThat(report.checks())
                .extracting(Entry::found)
                .containsExactly("no answer within 0.3 s", "1", "no answer within 0.3 s");
    }

    @Test
    void aKnownErrorIsAFindingWithItsFix() {
        DoctorReport report =
                checkUp.run(
                        List.of(),
                        () -> {
                            throw new OperatorError(5, "GATEWAY_PORT is 'x'", "set it to a port");
                        });
        assertThat(report.checks())
                .containsExactly(
                        new Entry("ports", Status.fail, "GATEWAY_PORT is 'x'", "set it to a port"));
    }

    @Test
    void anUnexpectedErrorIsAFindingToo() {
        DoctorReport report =
                checkUp.run(
                        List.of(
                                check(
                                        "disk",
                                        () -> {
                                            throw new UncheckedIOException(
                                                    new IOException("bad sector"));
                                        })),
                        List::of);
        assertThat(report.checks().getFirst().status()).isEqualTo(Status.fail);
        assertThat(report.checks().getFirst().found()).contains("bad sector");
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

    private static Check check(String name, Supplier<Finding> finding) {
        return new Check() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Finding examine() {
                return finding.get();
            }
        };
    }
}
