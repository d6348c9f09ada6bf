package dev.socialhub.cli.topics;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code socialhubctl topics apply}. */
@Command(
        name = "apply",
        description = {
            "Create missing topics, add missing partitions and correct settings.",
            "",
            "Without --execute it only shows what it would do. Nothing is ever deleted. Records"
                    + " written before partitions were added stay where they are: events of one key"
                    + " may then be in two partitions until the old ones are handled."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl topics apply            # shows what would be done",
            "  socialhubctl topics apply --execute"
        })
final class TopicsApply implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Option(names = "--execute", description = "Really do it.")
    boolean execute;

    @Mixin Output output = new Output();

    TopicsApply(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<TopicDifference> differences;
        try (Bus bus = KafkaBus.of(contexts.target())) {
            differences = TopicDifference.on(bus);
            if (execute) {
                differences.forEach(one -> one.apply(bus));
            }
        }
        TopicsCommands.print(TopicsReport.of(differences, execute), output, terminal);
        if (output.isHumanReadable()) {
            terminal.say(summary(differences));
        }
        return ExitCode.DONE;
    }

    private String summary(List<TopicDifference> differences) {
        if (differences.isEmpty()) {
            return "All topics are as declared: there is nothing to do.";
        }
        return execute ? "Done." : "Nothing was changed: add --execute to do it.";
    }
}
