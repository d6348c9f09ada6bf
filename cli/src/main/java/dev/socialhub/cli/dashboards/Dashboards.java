package dev.socialhub.cli.dashboards;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl dashboards}. */
@Command(
        name = "dashboards",
        description = "Show Grafana's dashboards, and check that each of their panels shows data.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl dashboards list",
            "  socialhubctl dashboards check"
        })
public final class Dashboards {
    private Dashboards() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(
            Installation installation, Contexts contexts, Terminal terminal) {
        return new CommandLine(new Dashboards())
                .addSubcommand(new DashboardsList(installation, terminal))
                .addSubcommand(new DashboardsCheck(installation, contexts, terminal))
                .addSubcommand(new DashboardsOpen(installation, terminal));
    }
}
