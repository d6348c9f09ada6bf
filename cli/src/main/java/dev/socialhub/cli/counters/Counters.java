package dev.socialhub.cli.counters;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl counters}. */
@Command(
        name = "counters",
        description =
                "Compare the stored counts of the services with the counted rows, and"
                        + " correct them.",
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
