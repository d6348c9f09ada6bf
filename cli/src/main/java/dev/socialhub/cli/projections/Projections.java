package dev.socialhub.cli.projections;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl projections}. */
@Command(
        name = "projections",
        description =
                "Compare the services' replicas of other services' data with the owners' data, and"
                        + " correct them.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl projections verify",
            "  socialhubctl projections rebuild posts --execute"
        })
public final class Projections {
    private Projections() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Contexts contexts, Terminal terminal) {
        return new CommandLine(new Projections())
                .addSubcommand(new ProjectionsVerify(contexts, terminal))
                .addSubcommand(new ProjectionsRebuild(contexts, terminal));
    }
}
