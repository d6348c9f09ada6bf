package dev.socialhub.cli.outbox;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl outbox}. */
@Command(
        name = "outbox",
        description = "Show the events that aren't sent to Kafka yet, and send them.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl outbox status",
            "  socialhubctl outbox flush --timeout 30s"
        })
public final class OutboxCommands {
    /** The first part of the paths that services are asked by. */
    static final String OFFER = "outbox";

    private OutboxCommands() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Contexts contexts, Terminal terminal) {
        return new CommandLine(new OutboxCommands())
                .addSubcommand(new OutboxStatus(contexts, terminal))
                .addSubcommand(new OutboxFlush(contexts, terminal));
    }
}
