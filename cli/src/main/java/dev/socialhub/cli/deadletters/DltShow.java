package dev.socialhub.cli.deadletters;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.bus.RecordReader;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl dlt show}. */
@Command(
        name = "show",
        description = {
            "Show dead letters: their reason, their original place, and their content.",
            "",
            "Exits with 0, 4 if there is no such dead-letter topic, 69 if the platform is"
                    + " unavailable."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl dlt show notifications",
            "  socialhubctl dlt show POST_TOPIC.notifications.dlt --limit 5 -o yaml"
        })
final class DltShow implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(
            paramLabel = "TOPIC|GROUP",
            description = "Dead-letter topic, or a group or topic for all its dead-letter topics.")
    String name = "";

    @Option(names = "--key", paramLabel = "K", description = "Only dead letters with this key.")
    @Nullable String key;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Show at most N. Default: ${DEFAULT-VALUE}.")
    int limit;

    @Mixin Output output = new Output();

    DltShow(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    /**
     * The document.
     *
     * @param more whether there are more than these
     */
    @JsonPropertyOrder({"version", "more", "letters"})
    record Report(int version, boolean more, List<DeadLetter> letters) {}

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE, "--limit is " + limit, "give a number from 1 on");
        }
        Target target = contexts.target();
        try (Bus bus = KafkaBus.of(target);
                RecordReader reader = RecordReader.of(target)) {
            List<DeadLetter> deadLetters = deadLetters(bus, reader);
            boolean more = deadLetters.size() > limit;
            Report report =
                    new Report(1, more, deadLetters.subList(0, more ? limit : deadLetters.size()));
            output.print(
                    terminal,
                    () ->
                            report.letters().stream()
                                    .map(DeadLetter::lines)
                                    .collect(Collectors.joining("\n")),
                    report);
            if (output.isHumanReadable() && deadLetters.isEmpty()) {
                terminal.say("There are no dead letters" + (key == null ? "." : " with that key."));
            } else if (output.isHumanReadable() && more) {
                terminal.say("There are more: raise --limit.");
            }
            return ExitCode.DONE;
        }
    }

    /** One more than are to be shown, if there are so many. */
    private List<DeadLetter> deadLetters(Bus bus, RecordReader reader) {
        List<DeadLetter> deadLetters = new ArrayList<>();
        for (DeadLetterTopic topic : DeadLetterTopic.named(name, bus)) {
            reader.read(
                    reader.ranges(List.of(topic.topic())),
                    record -> {
                        if (key == null || key.equals(record.keyText())) {
                            deadLetters.add(DeadLetter.of(record));
                        }
                        return deadLetters.size() <= limit;
                    });
        }
        return deadLetters;
    }
}
