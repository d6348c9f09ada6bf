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

/** {@code socialhubctl topics diff}. */
@Command(
        name = "diff",
        description = {
            "Show the topics that differ from their declaration: missing, with too few partitions,"
                    + " or with other settings.",
            "",
            "Exits with 0 if none differs, 3 if any does, 69 if nothing runs."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl topics diff",
            "  socialhubctl topics diff -o json"
        })
final class TopicsDiff implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Mixin Output output = new Output();

    TopicsDiff(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<TopicDifference> differences;
        try (Bus bus = KafkaBus.of(contexts.target())) {
            differences = TopicDifference.on(bus);
        }
        TopicsCommands.print(TopicsReport.of(differences, false), output, terminal);
        if (output.isHumanReadable()) {
            terminal.say(
                    differences.isEmpty()
                            ? "All topics are as declared."
                            : "`socialhubctl topics apply --execute` makes these changes.");
        }
        return differences.isEmpty() ? ExitCode.DONE : ExitCode.PROBLEMS_FOUND;
    }
}
