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
            "Show events as they come, one a line: when and where they were written, their type and"
                    + " key, and the begin of what happened. Records that are no events are shown as"
                    + " poison.",
            "",
            "Without --from it begins with what comes from now on, or with --no-follow, with the"
                    + " oldest. -o json writes one document a line, -o yaml one behind the other."
                    + " Ends at the other end of a pipe, or with Ctrl-C (130). Exits with 0, 4 if"
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
            description = "Of this topic; of all live ones by default. Repeatable.")
    List<String> topics = Arrays.stream(Topic.values()).map(Topic::topicName).toList();

    @Mixin EventFilter filter = new EventFilter();

    @Option(
            names = "--from",
            paramLabel = "TIME|-N",
            description =
                    "Begin at this time or age, or so many records before the end of each"
                            + " partition.")
    @Nullable String from;

    @Option(names = "-n", paramLabel = "N", description = "End after so many events.")
    @Nullable Integer count;

    @Option(
            names = {"-f", "--follow"},
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Go on with what comes, which is the default; or end with what is there.")
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
        StartPosition begin = StartPosition.parse(from, follow, clock);
        Target target = contexts.target();
        EventLines lines = new EventLines(terminal, clock);
        try (RecordReader reader = RecordReader.of(target)) {
            Map<Partition, Range> there;
            Map<Partition, Long> first;
            try (Bus bus = KafkaBus.of(target)) {
                topics.forEach(bus.allTopics()::named);
                there = bus.allTopics().ranges(topics);
                first = begin.in(bus.allTopics(), there);
            }
            Map<Partition, Range> history = new TreeMap<>();
            Map<Partition, Long> ends = new TreeMap<>();
            there.forEach((partition, range) -> {
                long at = first.getOrDefault(partition, range.to());
                history.put(partition, new Range(at, range.to()));
                ends.put(partition, range.to());
            });
            reader.readByTime(history, record -> show(RecordView.of(record), lines));
            if (follow && wanted()) {
                reader.follow(ends, record -> show(RecordView.of(record), lines), this::wanted);
            }
        }
        return ExitCode.DONE;
    }

    private boolean show(RecordView record, EventLines lines) {
        if (!filter.takes(record)) {
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
        return wanted();
    }

    /** Flushes, and ends when the reader of a pipe has closed it. */
    private boolean wanted() {
        return !terminal.out().checkError() && (count == null || shown < count);
    }
}
