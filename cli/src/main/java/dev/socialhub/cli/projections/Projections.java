package dev.socialhub.cli.projections;

import dev.socialhub.cli.platform.Installation;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl projections}. */
@Command(
        name = "projections",
        description =
                "Compare what services copy from each other with the owner, and make it right.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl projections verify",
            "  socialhubctl projections rebuild posts --execute"
        })
public final class Projections {
    private Projections() {}

    /** Whether a service keeps copies that can be rebuilt from their owner. */
    public static boolean keptBy(String service) {
        return ProjectionsOptions.SERVICES.contains(service);
    }

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Installation installation, Terminal terminal) {
        return new CommandLine(new Projections())
                .addSubcommand(new ProjectionsVerify(installation, terminal))
                .addSubcommand(new ProjectionsRebuild(installation, terminal));
    }
}
