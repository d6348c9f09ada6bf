package dev.socialhub.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.CapturedTerminal;
import dev.socialhub.cli.doctor.DoctorReport.Entry;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.OutputFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorReportTest {
    private static final Entry GOOD = Entry.of("jdk", Finding.ok("Java 25"));
    private static final Entry POOR = Entry.of("memory", Finding.warn("2.1 GB", "stop something"));
    private static final Entry BAD =
            Entry.of("port-auth", Finding.fail("5000 is held by x\u001b[2J (pid 7)", "`kill 7`"));

    private final DoctorReport report = DoctorReport.of(List.of(GOOD, POOR, BAD));

    @Test
    void isOnePlainLinePerCheckInAPipe() {
        assertThat(report.lines(CapturedTerminal.plain().terminal()))
                .isEqualTo(
                        """
                        ok   jdk        Java 25
                        warn memory     2.1 GB: stop something
                        fail port-auth  5000 is held by x?[2J (pid 7): `kill 7`
                        """);
        assertThat(report.summary()).isEqualTo("3 checks: 1 ok, 1 to look at, 1 failed.");
    }

    @Test
    void hasAColouredMarkPerCheckOnATerminal() {
        assertThat(report.lines(CapturedTerminal.coloured().terminal()).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("\u001b[32m✔\u001b[0m jdk "),
                        line -> assertThat(line).startsWith("\u001b[33m!\u001b[0m memory "),
                        line -> assertThat(line).startsWith("\u001b[31m✘\u001b[0m port-auth "));
    }

    @Test
    void jsonKeepsItsShape() {
        assertThat(Documents.write(OutputFormat.json, DoctorReport.of(List.of(GOOD, POOR))))
                .isEqualToIgnoringNewLines(
                        """
                        {
                          "version" : 1,
                          "checks" : [ {
                            "name" : "jdk",
                            "status" : "ok",
                            "found" : "Java 25",
                            "fix" : null
                          }, {
                            "name" : "memory",
                            "status" : "warn",
                            "found" : "2.1 GB",
                            "fix" : "stop something"
                          } ]
                        }
                        """);
    }

    @Test
    void exitCodeTellsOnlyOfFailures() {
        assertThat(DoctorReport.of(List.of(GOOD, POOR)).exitCode()).isZero();
        assertThat(report.exitCode()).isEqualTo(3);
    }
}
