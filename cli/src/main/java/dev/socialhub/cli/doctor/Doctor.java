package dev.socialhub.cli.doctor;

import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.CheckLines;
import dev.socialhub.cli.check.CheckResult;
import dev.socialhub.cli.check.CheckRunner;
import dev.socialhub.cli.check.CheckTotals;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code socialhubctl doctor}. */
@Command(
        name = "doctor",
        description = {
            "Check this machine: JDK, Maven, memory, ports and the processes that use them, file"
                    + " descriptors, disk, clock, accounts, secrets, programs, start-up caches.",
            "",
            "Each problem comes with its fix. Nothing is changed, whether the platform runs or"
                    + " not. Exits with 0 if no check failed, 3 if one did; warnings don't count."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl doctor",
            "  socialhubctl doctor -o json",
            "  GATEWAY_PORT=18080 socialhubctl doctor   # would it run there?"
        })
public final class Doctor implements Callable<Integer> {
    /** Far more than any check takes, so that a busy machine doesn't fail a check. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final String FIX_IF_SLOW =
            "check whether the machine is overloaded (`uptime`), or a disk hangs (`dmesg | tail`)";

    private final Installation installation;
    private final Terminal terminal;

    @Mixin Output output = new Output();

    public Doctor(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    /** The check of the secrets alone, for commands about settings. */
    public static Check secrets(Installation installation) {
        return ThisMachine.of(installation).secretsCheck();
    }

    @Override
    public Integer call() {
        installation.home().requireFolder();
        ThisMachine machine = ThisMachine.of(installation);
        long begin = System.nanoTime();
        List<CheckResult> results =
                new CheckRunner(LIMIT, FIX_IF_SLOW)
                        .run(machine.checks(), "ports", machine::portChecks);
        CheckTotals totals = new CheckTotals(results);
        output.print(
                terminal, () -> new CheckLines(terminal, "").of(results), DoctorReport.of(results));
        if (output.isHumanReadable()) {
            terminal.say(totals.summary(Duration.ofNanos(System.nanoTime() - begin)));
        }
        return totals.exitCode();
    }
}
