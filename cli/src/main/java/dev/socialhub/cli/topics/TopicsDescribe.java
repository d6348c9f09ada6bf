package dev.socialhub.cli.topics;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl topics describe}. */
@Command(
        name = "describe",
        description = {
            "Show one topic: the settings that differ from the brokers' defaults, its partitions,"
                    + " and the consumer groups that read it or have read it.",
            "",
            "Exits with 0, 4 if there is no such topic, 69 if Kafka doesn't answer."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl topics describe POST_TOPIC",
            "  socialhubctl topics describe USER_TOPIC.replay -o yaml"
        })
final class TopicsDescribe implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(paramLabel = "TOPIC", description = "Its name.")
    String name = "";

    @Mixin Output output = new Output();

    TopicsDescribe(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        TopicDescription description;
        try (Bus bus = KafkaBus.of(contexts.target())) {
            description = TopicDescription.of(bus.allTopics().named(name), bus.allGroups().list());
        }
        output.print(terminal, description::table, description);
        return ExitCode.DONE;
    }
}
