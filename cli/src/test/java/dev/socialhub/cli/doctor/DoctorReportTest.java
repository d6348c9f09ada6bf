package dev.socialhub.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.check.CheckResult;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.OutputFormat;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorReportTest {
    @Test
    void jsonKeepsItsShape() {
        List<CheckResult> results =
                List.of(
                        CheckResult.of("jdk", Finding.ok("Java 25"), Duration.ofMillis(3)),
                        CheckResult.of(
                                "memory",
                                Finding.warn("2.1 GB", "stop something"),
                                Duration.ofMillis(4)));
        assertThat(Documents.write(OutputFormat.json, DoctorReport.of(results)))
                .isEqualToIgnoringNewLines(
                        """
                        {
                          "version" : 1,
                          "checks" : [ {
                            "name" : "jdk",
                            "status" : "ok",
                            "found" : "Java 25",
                            "fix" : null,
                            "millis" : 3
                          }, {
                            "name" : "memory",
                            "status" : "warn",
                            "found" : "2.1 GB",
                            "fix" : "stop something",
                            "millis" : 4
                          } ]
                        }
                        """);
    }
}
