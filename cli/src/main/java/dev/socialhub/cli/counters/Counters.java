package dev.socialhub.cli.counters;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl counters}. */
@Command(
        name = "counters",
        description = "Hold what services have counted against what is there, and make it right.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl counters verify",
            "  socialhubctl counters recount users --execute"
        })
public final class Counters {
    private Counters() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Contexts contexts, Terminal terminal) {
        return new CommandLine(new Counters())
                .addSubcommand(new CountersVerify(contexts, terminal))
                .addSubcommand(new CountersRecount(contexts, terminal));
    }
}
