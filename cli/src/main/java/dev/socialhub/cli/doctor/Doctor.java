package dev.socialhub.cli.doctor;

import dev.socialhub.cli.platform.Installation;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.OutputFormat;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code socialhubctl doctor}. */
@Command(
        name = "doctor",
        description = {
            "Check this machine: JDK, Maven, memory, ports and who holds them, file descriptors,"
                    + " disk, clock, accounts, secrets, programs.",
            "",
            "Each problem comes with its fix. Nothing is changed, whether the platform runs or not."
                    + " Exits with 0 if nothing failed, 3 if something did; what is only to look at"
                    + " doesn't count."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl doctor",
            "  socialhubctl doctor -o json",
            "  GATEWAY_PORT=18080 socialhubctl doctor   # would it run there?"
        })
public final class Doctor implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Installation installation;
    private final Terminal terminal;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES}.")
    OutputFormat output = OutputFormat.table;

    public Doctor(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ThisMachine machine = ThisMachine.of(installation);
        DoctorReport report = new CheckUp(LIMIT).run(machine.checks(), machine::portChecks);
        terminal.out()
                .print(
                        output == OutputFormat.table
                                ? report.lines(terminal)
                                : Documents.write(output, report));
        terminal.out().flush();
        if (output == OutputFormat.table) {
            terminal.say(report.summary());
        }
        return report.exitCode();
    }
}
