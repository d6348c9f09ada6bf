package dev.socialhub.cli.status;

import dev.socialhub.cli.status.ProcessStatus.State;
import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.cli.terminal.Colour;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Table;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Duration;
import java.util.List;

/** The state of all processes; the document of {@code status -o json}. */
public record StatusReport(int version, List<ProcessStatus> processes) {
    private static final int VERSION = 1;

    public StatusReport {
        processes = List.copyOf(processes);
    }

    static StatusReport of(List<ProcessStatus> processes) {
        return new StatusReport(VERSION, processes);
    }

    /** 0 if all run, 69 if none runs, otherwise 3. */
    int exitCode() {
        if (processes.stream().allMatch(process -> process.state() == State.running)) {
            return ExitCode.DONE;
        }
        return processes.stream().allMatch(process -> process.state() == State.stopped)
                ? ExitCode.PLATFORM_UNAVAILABLE
                : ExitCode.PROBLEMS_FOUND;
    }

    public String table(Terminal terminal) {
        Table table =
                new Table()
                        .text("NAME")
                        .text("KIND")
                        .text("STATE", cell -> painted(terminal, cell))
                        .number("PID")
                        .number("PORT")
                        .number("MEMORY")
                        .number("UPTIME")
                        .text("HEALTH");
        for (ProcessStatus process : processes) {
            Long memory = process.memoryBytes();
            Long uptime = process.uptimeSeconds();
            table.row(
                    process.name(),
                    process.kind().name(),
                    process.state().name(),
                    process.pid() == null ? "-" : process.pid().toString(),
                    Integer.toString(process.port()),
                    memory == null ? "-" : Amounts.bytes(memory),
                    uptime == null ? "-" : Amounts.duration(Duration.ofSeconds(uptime)),
                    process.health() == null ? "-" : process.health());
        }
        return table.render();
    }

    /** All addresses, for the end of {@code up}. */
    public String addresses() {
        Table table = new Table().text("NAME").text("URL").number("PID");
        for (ProcessStatus process : processes) {
            if (process.pid() != null) {
                table.row(process.name(), process.url(), process.pid().toString());
            }
        }
        return table.render();
    }

    private static String painted(Terminal terminal, String cell) {
        return switch (cell.strip()) {
            case "running" -> terminal.paint(Colour.GOOD, cell);
            case "dead", "unhealthy" -> terminal.paint(Colour.BAD, cell);
            case "stopped" -> terminal.paint(Colour.FAINT, cell);
            default -> cell;
        };
    }
}
