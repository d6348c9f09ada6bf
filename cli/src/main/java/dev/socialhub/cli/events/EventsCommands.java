package dev.socialhub.cli.events;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.replay.EventsReplay;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl events}. */
@Command(
        name = "events",
        description =
                "Follow the events on the bus, find one, trace its delivery, and replay events.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl events tail --type post.created",
            "  socialhubctl events trace 01920000-0000-7000-8000-000000000001",
            "  socialhubctl events replay --topic POST_TOPIC --from 1h"
        })
public final class EventsCommands {
    private EventsCommands() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Contexts contexts, Terminal terminal) {
        return new CommandLine(new EventsCommands())
                .addSubcommand(new EventsTail(contexts, terminal))
                .addSubcommand(new EventsShow(contexts, terminal))
                .addSubcommand(new EventsTrace(contexts, terminal))
                .addSubcommand(new EventsReplay(contexts, terminal));
    }
}
