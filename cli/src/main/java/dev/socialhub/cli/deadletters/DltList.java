package dev.socialhub.cli.deadletters;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.bus.RecordReader;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code socialhubctl dlt list}. */
@Command(
        name = "list",
        description = {
            "Show how many dead letters each consumer group has, how old they are, and their"
                    + " reasons.",
            "",
            "Exits with 0, or 69 if the platform is unavailable."
        },
        footer = {"", "Examples:", "  socialhubctl dlt list", "  socialhubctl dlt list -o json"})
final class DltList implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Mixin Output output = new Output();

    DltList(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Target target = contexts.target();
        try (Bus bus = KafkaBus.of(target);
                RecordReader reader = RecordReader.of(target)) {
            DeadLettersReport report =
                    DeadLettersReport.of(
                            DeadLetterTopic.all(bus).stream()
                                    .map(topic -> count(topic, reader))
                                    .toList(),
                            false);
            output.print(terminal, report::table, report);
            if (output.isHumanReadable()) {
                terminal.say(
                        report.letters() == 0
                                ? "There are no dead letters."
                                : "`socialhubctl dlt show GROUP` shows them; once the cause is"
                                        + " fixed, `socialhubctl dlt retry GROUP` retries them.");
            }
            return ExitCode.DONE;
        }
    }

    static DeadLetterSummary count(DeadLetterTopic topic, RecordReader reader) {
        DeadLetterSummary.Count count = new DeadLetterSummary.Count(topic);
        reader.read(reader.ranges(List.of(topic.topic())), count::add);
        return count.result();
    }
}
