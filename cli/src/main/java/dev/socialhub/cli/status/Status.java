package dev.socialhub.cli.status;

import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.platform.Platform;
import dev.socialhub.cli.platform.ResolvePlatform;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code socialhubctl status}. */
@Command(
        name = "status",
        description = {
            "Show state, pid, port, memory, uptime and health of every process.",
            "",
            "Exits with 0 if all run, 3 if something is wrong, 69 if nothing runs."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl status",
            "  socialhubctl status -o json",
            "  socialhubctl status -o yaml"
        })
public final class Status implements Callable<Integer> {
    private final Installation installation;
    private final Terminal terminal;

    @Mixin Output output = new Output();

    public Status(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Platform platform = new ResolvePlatform(installation).visible();
        StatusReport report =
                InspectPlatform.of(platform.home()).inspect(platform.components().all());
        output.print(terminal, () -> report.table(terminal), report);
        int exitCode = report.exitCode();
        if (output.isHumanReadable() && exitCode != ExitCode.DONE) {
            terminal.say(
                    exitCode == ExitCode.PLATFORM_UNAVAILABLE
                            ? "Nothing is running: `socialhubctl up` starts the platform."
                            : "Not everything runs: `socialhubctl up --detach` repairs it.");
        }
        return exitCode;
    }
}
