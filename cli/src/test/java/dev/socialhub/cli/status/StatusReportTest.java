package dev.socialhub.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.CapturedTerminal;
import dev.socialhub.cli.platform.Component.Kind;
import dev.socialhub.cli.status.ProcessStatus.State;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.OutputFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusReportTest {
    private static final ProcessStatus RUNNING =
            new ProcessStatus(
                    "redis",
                    Kind.server,
                    State.running,
                    4711L,
                    6379,
                    "redis://127.0.0.1:6379",
                    5_767_168L,
                    3_725L,
                    "UP");
    private static final ProcessStatus UNHEALTHY =
            new ProcessStatus(
                    "posts",
                    Kind.service,
                    State.unhealthy,
                    4712L,
                    5001,
                    "http://127.0.0.1:5001",
                    null,
                    7L,
                    "HTTP 503");
    private static final ProcessStatus STOPPED = notRunning("users", State.stopped);

    @Test
    void tableShowsWhatIsKnown() {
        assertThat(
                        StatusReport.of(List.of(RUNNING, UNHEALTHY, STOPPED))
                                .table(CapturedTerminal.plain().terminal()))
                .isEqualTo(
                        """
                        NAME   KIND     STATE       PID  PORT  MEMORY  UPTIME  HEALTH
                        redis  server   running    4711  6379  5.5 MB  1h 02m  UP
                        posts  service  unhealthy  4712  5001       -     7 s  HTTP 503
                        users  service  stopped       -  5003       -       -  -
                        """);
    }

    @Test
    void jsonKeepsItsShape() {
        assertThat(Documents.write(OutputFormat.json, StatusReport.of(List.of(RUNNING, STOPPED))))
                .isEqualToIgnoringNewLines(
                        """
                        {
                          "version" : 1,
                          "processes" : [ {
                            "name" : "redis",
                            "kind" : "server",
                            "state" : "running",
                            "pid" : 4711,
                            "port" : 6379,
                            "url" : "redis://127.0.0.1:6379",
                            "memoryBytes" : 5767168,
                            "uptimeSeconds" : 3725,
                            "health" : "UP"
                          }, {
                            "name" : "users",
                            "kind" : "service",
                            "state" : "stopped",
                            "pid" : null,
                            "port" : 5003,
                            "url" : "http://127.0.0.1:5003",
                            "memoryBytes" : null,
                            "uptimeSeconds" : null,
                            "health" : null
                          } ]
                        }
                        """);
    }

    @Test
    void exitCodeTellsAllRunningNothingRunningOrSomethingWrong() {
        assertThat(StatusReport.of(List.of(RUNNING)).exitCode()).isZero();
        assertThat(StatusReport.of(List.of(STOPPED, STOPPED)).exitCode()).isEqualTo(69);
        assertThat(StatusReport.of(List.of(RUNNING, STOPPED)).exitCode()).isEqualTo(3);
        assertThat(StatusReport.of(List.of(RUNNING, UNHEALTHY)).exitCode()).isEqualTo(3);
        assertThat(StatusReport.of(List.of(STOPPED, notRunning("posts", State.dead))).exitCode())
                .isEqualTo(3);
    }

    @Test
    void statesAreColouredOnATerminal() {
        String table =
                StatusReport.of(List.of(RUNNING, UNHEALTHY))
                        .table(CapturedTerminal.coloured().terminal());
        assertThat(table).contains("\u001b[32m").contains("\u001b[31m");
    }

    private static ProcessStatus notRunning(String name, State state) {
        return new ProcessStatus(
                name, Kind.service, state, null, 5003, "http://127.0.0.1:5003", null, null, null);
    }
}
