package dev.socialhub.cli.topics;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.FoundTopic;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.contracts.event.DeclaredTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl topics alter}. */
@Command(
        name = "alter",
        description = {
            "Give a topic more partitions, or other settings.",
            "",
            "Without --execute it only shows what would change. Exits with 0, 4 if there is no such"
                    + " topic, 5 if it would lose partitions, 1 if Kafka refuses, 69 if it doesn't"
                    + " answer."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl topics alter POST_TOPIC.shadow --partitions 12     # shows what changes",
            "  socialhubctl topics alter POST_TOPIC.shadow --setting retention.ms=86400000"
                    + " --execute"
        })
final class TopicsAlter implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(paramLabel = "TOPIC", description = "Its name.")
    String name = "";

    @Mixin WantedTopic wantedTopic = new WantedTopic();

    @Option(names = "--execute", description = "Really do it.")
    boolean execute;

    @Mixin Output output = new Output();

    TopicsAlter(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        wantedTopic.requireSense();
        if (wantedTopic.isEmpty()) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE, "no change was given", "add --partitions or --setting");
        }
        TopicChange change;
        try (Bus bus = KafkaBus.of(contexts.target())) {
            change = plan(bus, name, wantedTopic);
            if (execute) {
                apply(bus, change);
            }
        }
        TopicChange reported = execute ? change.made() : change;
        output.print(terminal, reported::table, reported);
        if (output.isHumanReadable()) {
            warnings(change).forEach(terminal::say);
            terminal.say(summary(change));
        }
        return ExitCode.DONE;
    }

    /** The required changes. */
    static TopicChange plan(Bus bus, String name, WantedTopic wantedTopic) {
        TopicsCommands.changeable(bus, name);
        FoundTopic found = Objects.requireNonNull(bus.topics(List.of(name)).get(name));
        if (wantedTopic.partitions != null && wantedTopic.partitions < found.partitions()) {
            throw new OperatorError(
                    ExitCode.REFUSED,
                    "%s has %d partitions, and partitions can't be removed"
                            .formatted(name, found.partitions()),
                    "create another topic with `socialhubctl topics create`");
        }
        return TopicChange.of(found, wantedTopic.partitions, wantedTopic.settings);
    }

    /**
     * Settings first: the change that Kafka may refuse comes before the one that can't be undone.
     */
    static void apply(Bus bus, TopicChange change) {
        if (!change.settings().isEmpty()) {
            bus.allTopics().set(change.topic(), change.settings());
        }
        change.partitions()
                .ifPresent(wanted -> bus.allTopics().addPartitions(change.topic(), wanted));
    }

    /** Consequences that an operator may not have thought of. */
    static List<String> warnings(TopicChange change) {
        List<String> warnings = new ArrayList<>();
        if (change.partitions().isPresent()) {
            warnings.add(
                    "A key may then map to another partition: its events are in two partitions"
                            + " until the old ones are handled, and may be handled out of order.");
        }
        if (TopicsCommands.isDeclared(change.topic())) {
            DeclaredTopic declared = DeclaredTopic.named(change.topic());
            change.settings()
                    .forEach((setting, value) -> {
                        String wanted = declared.settings().get(setting);
                        if (wanted != null && !wanted.equals(value)) {
                            warnings.add(
                                    ("%s is declared as %s: `topics diff` will report it, and"
                                                    + " `topics apply` will revert it.")
                                            .formatted(setting, wanted));
                        }
                    });
        }
        return warnings;
    }

    private String summary(TopicChange change) {
        if (change.changes().isEmpty()) {
            return name + " has these values already: there is nothing to do.";
        }
        return execute ? "Done." : "Nothing was changed: add --execute to do it.";
    }
}
