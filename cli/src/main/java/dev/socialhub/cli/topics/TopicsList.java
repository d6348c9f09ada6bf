package dev.socialhub.cli.topics;

import dev.socialhub.cli.bus.AllTopics.TopicDetails;
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

/** {@code socialhubctl topics list}. */
@Command(
        name = "list",
        description = {
            "Show all topics: their size, their retention, the age of their records, and whether"
                    + " they are declared.",
            "",
            "The brokers' internal topics are left out without --all. Exits with 0, or 69 if Kafka"
                    + " doesn't answer."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl topics list",
            "  socialhubctl topics list --all -o json"
        })
final class TopicsList implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Option(names = "--all", description = "Also the brokers' internal topics.")
    boolean all;

    @Mixin Output output = new Output();

    TopicsList(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<TopicDetails> topics;
        try (Bus bus = KafkaBus.of(contexts.target())) {
            topics = bus.allTopics().list();
        }
        TopicList list =
                TopicList.of(topics.stream().filter(topic -> all || !topic.internal()).toList());
        output.print(terminal, list::table, list);
        return ExitCode.DONE;
    }
}
