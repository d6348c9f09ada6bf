package dev.socialhub.cli.media;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl media}. */
@Command(
        name = "media",
        description = "Show and remove the pictures and videos that no post needs.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl media sweep",
            "  socialhubctl media sweep --execute"
        })
public final class MediaCommands {
    private MediaCommands() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Contexts contexts, Terminal terminal) {
        return new CommandLine(new MediaCommands())
                .addSubcommand(new SweepCommand(contexts, terminal));
    }
}
