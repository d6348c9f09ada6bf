package dev.socialhub.cli.topics;

import dev.socialhub.cli.bus.AllTopics.TopicDetails;
import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.contracts.event.DeclaredTopic;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl topics}. */
@Command(
        name = "topics",
        description = "Show the topics of the bus, change them, and repair the declared ones.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl topics list",
            "  socialhubctl topics describe POST_TOPIC",
            "  socialhubctl topics apply --execute"
        })
public final class TopicsCommands {
    private TopicsCommands() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Contexts contexts, Terminal terminal) {
        return new CommandLine(new TopicsCommands())
                .addSubcommand(new TopicsList(contexts, terminal))
                .addSubcommand(new TopicsDescribe(contexts, terminal))
                .addSubcommand(new TopicsCreate(contexts, terminal))
                .addSubcommand(new TopicsAlter(contexts, terminal))
                .addSubcommand(new TopicsDelete(contexts, terminal))
                .addSubcommand(new TopicsDiff(contexts, terminal))
                .addSubcommand(new TopicsApply(contexts, terminal));
    }

    static void print(TopicsReport report, Output output, Terminal terminal) {
        output.print(terminal, () -> report.differences().isEmpty() ? "" : report.table(), report);
    }

    static boolean isDeclared(String name) {
        return DeclaredTopic.all().stream().anyMatch(topic -> topic.name().equals(name));
    }

    /**
     * The topic of that name, to be changed.
     *
     * @throws OperatorError (not found) if there is none; (refused) if it is internal to the
     *     brokers
     */
    static TopicDetails changeable(Bus bus, String name) {
        TopicDetails topic = bus.allTopics().named(name);
        if (topic.internal()) {
            throw new OperatorError(
                    ExitCode.REFUSED,
                    name + " is internal to the brokers, and can't be changed",
                    "see `socialhubctl topics list` for the others");
        }
        return topic;
    }
}
