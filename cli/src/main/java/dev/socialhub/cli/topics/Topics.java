package dev.socialhub.cli.topics;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl topics}. */
@Command(
        name = "topics",
        description = "Compare the topics of the bus with what is declared, and repair them.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl topics diff",
            "  socialhubctl topics apply --execute"
        })
public final class Topics {
    private Topics() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Contexts contexts, Terminal terminal) {
        return new CommandLine(new Topics())
                .addSubcommand(new TopicsDiff(contexts, terminal))
                .addSubcommand(new TopicsApply(contexts, terminal));
    }

    static void print(TopicsReport report, Output output, Terminal terminal) {
        output.print(terminal, () -> report.differences().isEmpty() ? "" : report.table(), report);
    }
}
