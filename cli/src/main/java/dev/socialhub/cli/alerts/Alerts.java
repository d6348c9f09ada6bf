package dev.socialhub.cli.alerts;

import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl alerts}. */
@Command(
        name = "alerts",
        description = "Show the alerts of Prometheus, and test its rules.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Examples:", "  socialhubctl alerts list", "  socialhubctl alerts test"})
public final class Alerts {
    private Alerts() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Installation installation, Terminal terminal) {
        return new CommandLine(new Alerts())
                .addSubcommand(new AlertsList(installation, terminal))
                .addSubcommand(new AlertsTest(installation, terminal));
    }
}
