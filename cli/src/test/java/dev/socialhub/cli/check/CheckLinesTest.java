package dev.socialhub.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.CapturedTerminal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckLinesTest {
    private static final CheckResult GOOD = result("jdk", Finding.ok("Java 25"));
    private static final CheckResult POOR = result("memory", Finding.warn("2.1 GB", "stop it"));
    private static final CheckResult BAD =
            result("port-auth", Finding.fail("5000 is held by x\u001b[2J (pid 7)", "kill 7"));
    private static final CheckResult UNSEEN = result("schema", Finding.skip("auth isn't running"));

    private final List<CheckResult> results = List.of(GOOD, POOR, BAD, UNSEEN);

    @Test
    void printsOnePlainLinePerCheckAndOnePerFixInAPipe() {
        assertThat(new CheckLines(CapturedTerminal.plain().terminal(), "  ").of(results))
                .isEqualTo(
                        """
                          ok   jdk        Java 25                            12 ms
                          warn memory     2.1 GB                             12 ms
                                 fix: stop it
                          fail port-auth  5000 is held by x\ufffd[2J (pid 7)      12 ms
                                 fix: kill 7
                          skip schema     skipped: auth isn't running        12 ms
                        """);
    }

    @Test
    void printsAColouredMarkPerCheckOnATerminal() {
        assertThat(new CheckLines(CapturedTerminal.coloured().terminal(), "").of(results).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("\u001b[32m✔\u001b[0m jdk "),
                        line -> assertThat(line).startsWith("\u001b[33m!\u001b[0m memory "),
                        line -> assertThat(line).isEqualTo("    fix: stop it"),
                        line -> assertThat(line).startsWith("\u001b[31m✘\u001b[0m port-auth "),
                        line -> assertThat(line).isEqualTo("    fix: kill 7"),
                        line -> assertThat(line).startsWith("\u001b[2m-\u001b[0m schema "));
    }

    @Test
    void summarizesInOneLine() {
        assertThat(new CheckTotals(results).summary(Duration.ofMillis(4100)))
                .isEqualTo("4 checks: 1 ok, 1 with a warning, 1 failed, 1 skipped; 4.1 s.");
        assertThat(new CheckTotals(List.of(GOOD)).summary(Duration.ofMillis(4100)))
                .isEqualTo("1 check: 1 ok, 0 with a warning, 0 failed; 4.1 s.");
    }

    @Test
    void exitCodeDependsOnlyOnFailures() {
        assertThat(new CheckTotals(List.of(GOOD, POOR, UNSEEN)).exitCode()).isZero();
        assertThat(new CheckTotals(results).exitCode()).isEqualTo(3);
    }

    private static CheckResult result(String name, Finding finding) {
        return CheckResult.of(name, finding, Duration.ofMillis(12));
    }
}
