package dev.socialhub.cli.topics;

import dev.socialhub.cli.platform.Installation;
import dev.socialhub.cli.platform.RunningPlatform;
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
    public static CommandLine commandLine(Installation installation, Terminal terminal) {
        return new CommandLine(new Topics())
                .addSubcommand(new TopicsDiff(installation, terminal))
                .addSubcommand(new TopicsApply(installation, terminal));
    }

    static Bus bus(Installation installation) {
        return KafkaBus.at(RunningPlatform.of(installation).resident("kafka").port());
    }

    static void print(TopicsReport report, Output output, Terminal terminal) {
        output.print(terminal, () -> report.differences().isEmpty() ? "" : report.table(), report);
    }
}
