package dev.socialhub.cli.events;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.bus.RecordReader;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.OutputFormat;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.contracts.event.Topic;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code socialhubctl events tail}. */
@Command(
        name = "tail",
        description = {
            "Show events as they arrive, one per line: when and where they were written, their"
                    + " type and key, and the start of their content. Records that aren't events"
                    + " are shown as poison.",
            "",
            "Without --from it begins with new events, or with --no-follow, with the oldest. -o"
                    + " json writes one document per line, -o yaml one after the other. Ends when"
                    + " the reader of a pipe closes it, or with Ctrl-C (130). Exits with 0, 4 if"
                    + " there is no such topic, 69 if Kafka doesn't answer."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl events tail",
            "  socialhubctl events tail --type post.created --from 1h --no-follow -o json",
            "  socialhubctl events tail --topic USER_TOPIC.users.dlt --from -5 -n 5"
        })
final class EventsTail implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "Only events of this topic; all live topics by default. Repeatable.")
    List<String> topics = Arrays.stream(Topic.values()).map(Topic::topicName).toList();

    @Mixin EventFilter filter = new EventFilter();

    @Option(
            names = "--from",
            paramLabel = "TIME|-N",
            description =
                    "Begin at this time or age, or N records before the end of each partition.")
    @Nullable String from;

    @Option(names = "-n", paramLabel = "N", description = "End after N events.")
    @Nullable Integer count;

    @Option(
            names = {"-f", "--follow"},
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Continue with new events, the default; or end with the existing ones.")
    boolean follow = true;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES}.")
    OutputFormat format = OutputFormat.table;

    private int shown;

    EventsTail(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (count != null && count < 1) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE, "-n is " + count, "give a number of events, 1 or more");
        }
        Clock clock = Clock.system(ZoneId.systemDefault());
        StartPosition start = StartPosition.parse(from, follow, clock);
        Target target = contexts.target();
        EventLines lines = new EventLines(terminal, clock);
        try (RecordReader reader = RecordReader.of(target)) {
            Map<Partition, Range> existing;
            Map<Partition, Long> first;
            try (Bus bus = KafkaBus.of(target)) {
                topics.forEach(bus.allTopics()::named);
                existing = bus.allTopics().ranges(topics);
                first = start.in(bus.allTopics(), existing);
            }
            Map<Partition, Range> history = new TreeMap<>();
            Map<Partition, Long> ends = new TreeMap<>();
            existing.forEach((partition, range) -> {
                long at = first.getOrDefault(partition, range.to());
                history.put(partition, new Range(at, range.to()));
                ends.put(partition, range.to());
            });
            reader.readByTime(history, record -> show(RecordView.of(record), lines));
            if (follow && shouldContinue()) {
                reader.follow(
                        ends, record -> show(RecordView.of(record), lines), this::shouldContinue);
            }
        }
        return ExitCode.DONE;
    }

    private boolean show(RecordView record, EventLines lines) {
        if (!filter.matches(record)) {
            return true;
        }
        terminal.out()
                .print(
                        switch (format) {
                            case table -> lines.brief(record);
                            case json -> Documents.jsonLine(TailDocument.of(record));
                            case yaml ->
                                    "---\n"
                                            + Documents.write(
                                                    OutputFormat.yaml, TailDocument.of(record));
                        });
        shown++;
        return shouldContinue();
    }

    /** Flushes, and ends when the reader of a pipe has closed it. */
    private boolean shouldContinue() {
        return !terminal.out().checkError() && (count == null || shown < count);
    }
}
