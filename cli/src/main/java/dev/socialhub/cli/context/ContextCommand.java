package dev.socialhub.cli.context;

import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl context}. */
@Command(
        name = "context",
        description = "Choose the platform that commands act on.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl context list",
            "  socialhubctl context use local"
        })
public final class ContextCommand {
    private ContextCommand() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Contexts contexts, Terminal terminal) {
        return new CommandLine(new ContextCommand())
                .addSubcommand(new ContextList(contexts, terminal))
                .addSubcommand(new ContextUse(contexts, terminal));
    }
}
