package dev.socialhub.cli.deadletters;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl dlt}. */
@Command(
        name = "dlt",
        description =
                "Show dead letters, which a consumer group failed to handle; retry or delete them.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl dlt list",
            "  socialhubctl dlt show notifications",
            "  socialhubctl dlt retry notifications --execute"
        })
public final class Dlt {
    private Dlt() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Contexts contexts, Terminal terminal) {
        return new CommandLine(new Dlt())
                .addSubcommand(new DltList(contexts, terminal))
                .addSubcommand(new DltShow(contexts, terminal))
                .addSubcommand(new DltRetry(contexts, terminal))
                .addSubcommand(new DltPurge(contexts, terminal));
    }
}
