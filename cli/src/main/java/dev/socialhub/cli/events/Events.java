package dev.socialhub.cli.events;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.replay.EventsReplay;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl events}. */
@Command(
        name = "events",
        description = "See the events on the bus, and play them again.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl events replay --topic POST_TOPIC --from 1h",
            "  socialhubctl events replay --topic USER_TOPIC --group posts --execute"
        })
public final class Events {
    private Events() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Contexts contexts, Terminal terminal) {
        return new CommandLine(new Events()).addSubcommand(new EventsReplay(contexts, terminal));
    }
}
