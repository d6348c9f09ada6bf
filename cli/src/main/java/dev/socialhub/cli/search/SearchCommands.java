package dev.socialhub.cli.search;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl search}. */
@Command(
        name = "search",
        description = "Renew the index of the search.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl search reindex",
            "  socialhubctl search reindex --execute"
        })
public final class SearchCommands {
    private SearchCommands() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Contexts contexts, Terminal terminal) {
        return new CommandLine(new SearchCommands())
                .addSubcommand(new ReindexCommand(contexts, terminal));
    }
}
