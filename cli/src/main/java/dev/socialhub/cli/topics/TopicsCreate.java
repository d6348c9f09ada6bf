package dev.socialhub.cli.topics;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.FoundTopic;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.contracts.event.DeclaredTopic;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl topics create}. */
@Command(
        name = "create",
        description = {
            "Create a topic: a declared one as it is declared, any other with the same defaults,"
                    + " such as a shadow topic to replay events to.",
            "",
            "Exits with 0 if it was created, or exists already as wanted; 1 if it exists with other"
                    + " values, or Kafka refuses; 2 if the name is invalid; 69 if Kafka doesn't"
                    + " answer."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl topics create POST_TOPIC.shadow",
            "  socialhubctl topics create trial --partitions 1 --setting retention.ms=3600000"
        })
final class TopicsCreate implements Callable<Integer> {
    /** The pattern of names that Kafka accepts. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(paramLabel = "TOPIC", description = "Its name.")
    String name = "";

    @Mixin WantedTopic wantedTopic = new WantedTopic();

    @Mixin Output output = new Output();

    TopicsCreate(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!NAME.matcher(name).matches()) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "'" + Printable.line(name) + "' isn't a valid topic name",
                    "use letters, digits, dots, hyphens and underscores, 249 at most");
        }
        DeclaredTopic wanted = wantedTopic.appliedTo(DeclaredTopic.named(name));
        TopicChange created;
        try (Bus bus = KafkaBus.of(contexts.target())) {
            created = make(bus, wanted);
        }
        output.print(terminal, created::table, created);
        if (output.isHumanReadable()) {
            terminal.say(
                    created.changes().isEmpty()
                            ? name + " exists already, as wanted."
                            : "Created topic " + name + ".");
        }
        return ExitCode.DONE;
    }

    /** The changes made; empty if the topic exists as wanted. */
    static TopicChange make(Bus bus, DeclaredTopic wanted) {
        FoundTopic found = bus.topics(List.of(wanted.name())).get(wanted.name());
        if (found == null) {
            bus.allTopics().create(wanted.name(), wanted.partitions(), wanted.settings());
            return TopicChange.creating(wanted).made();
        }
        TopicChange missing = TopicChange.of(found, wanted.partitions(), wanted.settings());
        if (!missing.changes().isEmpty()) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    "%s exists already, with %s"
                            .formatted(
                                    wanted.name(),
                                    missing.changes().stream()
                                            .map(one -> one.what() + " " + one.now())
                                            .collect(Collectors.joining(", "))),
                    "`socialhubctl topics alter` changes it, `topics delete` removes it");
        }
        return missing;
    }
}
