package dev.socialhub.cli.topics;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl topics delete}. */
@Command(
        name = "delete",
        description = {
            "Delete a topic with all its records.",
            "",
            "Without --execute it shows what would be deleted, and exits with 5. A declared topic"
                    + " also needs --even-declared: services lose what they haven't handled, and"
                    + " `topics apply` creates it again, empty. Exits with 0, 4 if there is no such"
                    + " topic, 5 if it was refused, 69 if Kafka doesn't answer."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl topics delete POST_TOPIC.shadow             # shows what it deletes",
            "  socialhubctl topics delete POST_TOPIC.shadow --execute"
        })
final class TopicsDelete implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(paramLabel = "TOPIC", description = "Its name.")
    String name = "";

    @Option(names = "--execute", description = "Really do it.")
    boolean execute;

    @Option(names = "--even-declared", description = "Even if services need it.")
    boolean evenDeclared;

    @Mixin Output output = new Output();

    TopicsDelete(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        TopicDescription topic;
        Optional<OperatorError> refusal;
        try (Bus bus = KafkaBus.of(contexts.target())) {
            topic =
                    TopicDescription.of(
                            TopicsCommands.changeable(bus, name), bus.allGroups().list());
            refusal = refusal(topic, execute, evenDeclared);
            if (refusal.isEmpty()) {
                bus.allTopics().delete(name);
            }
        }
        TopicDeletion deletion = TopicDeletion.of(topic, refusal.isEmpty());
        output.print(terminal, () -> lines(topic, deletion.deleted()), deletion);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return ExitCode.DONE;
    }

    /** Why it isn't deleted; empty when it may be. */
    static Optional<OperatorError> refusal(
            TopicDescription topic, boolean execute, boolean evenDeclared) {
        if (topic.declared() && !evenDeclared) {
            return Optional.of(
                    new OperatorError(
                            ExitCode.REFUSED,
                            topic.topic() + " is declared: services need it, so it wasn't deleted",
                            "add --even-declared and --execute to delete it anyway, and create"
                                    + " it again with `socialhubctl topics apply --execute`"));
        }
        return execute
                ? Optional.empty()
                : Optional.of(
                        new OperatorError(
                                ExitCode.REFUSED,
                                "nothing was deleted",
                                "add --execute to delete topic " + topic.topic()));
    }

    private static String lines(TopicDescription topic, boolean deleted) {
        return String.format(
                        Locale.ROOT,
                        "%s %s with %,d records in %d %s.%n",
                        deleted ? "Deleted topic" : "This would be deleted permanently: topic",
                        topic.topic(),
                        topic.records(),
                        topic.partitions().size(),
                        topic.partitions().size() == 1 ? "partition" : "partitions")
                + topic.readers();
    }
}
