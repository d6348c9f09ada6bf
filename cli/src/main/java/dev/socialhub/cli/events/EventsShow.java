package dev.socialhub.cli.events;

import dev.socialhub.cli.bus.AllTopics.TopicDetails;
import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.bus.RecordReader;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.bus.StoredRecord;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.contracts.event.Topic;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl events show}. */
@Command(
        name = "show",
        description = {
            "Show one event in full, and its place on the bus.",
            "",
            "Looks for its id in the live topics, from the time that the id contains; with --all"
                    + " also among dead letters, replays and other copies. Exits with 0, 2 if ID"
                    + " is neither an id nor a place, 4 if the bus doesn't have the event, 69 if"
                    + " Kafka doesn't answer."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl events show 01920000-0000-7000-8000-000000000001",
            "  socialhubctl events show POST_TOPIC-3@17 -o json"
        })
final class EventsShow implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(
            paramLabel = "ID",
            description = "The event's id, or its place: TOPIC-PARTITION@OFFSET.")
    String wanted = "";

    @Option(names = "--all", description = "Look in all topics, to the end.")
    boolean all;

    @Mixin Output output = new Output();

    EventsShow(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<EventId> id = EventId.parse(wanted);
        Optional<RecordPosition> place = RecordPosition.parse(wanted);
        if (id.isEmpty() && place.isEmpty()) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "'%s' is neither an event's id nor a place".formatted(Printable.line(wanted)),
                    "give a UUID, or a place such as POST_TOPIC-3@17");
        }
        Target target = contexts.target();
        List<StoredRecord> found;
        try (Bus bus = KafkaBus.of(target);
                RecordReader reader = RecordReader.of(target)) {
            found =
                    id.isPresent()
                            ? find(id.get(), bus, new BusRecords(bus, reader))
                            : List.of(at(place.orElseThrow(), bus, reader));
        }
        ShownEvent shown =
                ShownEvent.of(
                        RecordView.of(found.getFirst()),
                        found.stream().skip(1).map(RecordPosition::of).toList());
        EventLines lines = new EventLines(terminal, Clock.system(ZoneId.systemDefault()));
        output.print(terminal, () -> lines.whole(shown), shown);
        return ExitCode.DONE;
    }

    private List<StoredRecord> find(EventId id, Bus bus, Records records) {
        List<String> live = Arrays.stream(Topic.values()).map(Topic::topicName).toList();
        List<StoredRecord> found = new ArrayList<>();
        records.first(id, live).ifPresent(found::add);
        if (all) {
            List<String> topics =
                    bus.allTopics().list().stream()
                            .filter(topic -> !topic.internal())
                            .map(TopicDetails::name)
                            .toList();
            records.all(id, topics).stream()
                    .filter(one -> found.isEmpty() || !one.place().equals(found.getFirst().place()))
                    .forEach(found::add);
        }
        if (found.isEmpty()) {
            throw new OperatorError(
                    ExitCode.NOT_FOUND,
                    "the bus has no event " + id.text() + (all ? "" : " in its live topics"),
                    all
                            ? "`socialhubctl events trace %s` searches the outboxes too"
                                    .formatted(id.text())
                            : "search dead letters and replays too with --all");
        }
        return found;
    }

    private static StoredRecord at(RecordPosition place, Bus bus, RecordReader reader) {
        bus.allTopics().named(place.topic());
        Partition partition = new Partition(place.topic(), place.partition());
        Range held = bus.allTopics().ranges(List.of(place.topic())).get(partition);
        if (held == null || place.offset() < held.from() || place.offset() >= held.to()) {
            throw new OperatorError(
                    ExitCode.NOT_FOUND,
                    "there is no record at " + Printable.line(place.text()),
                    held == null
                            ? "see `socialhubctl topics describe %s`".formatted(place.topic())
                            : held.size() == 0
                                    ? "that partition is empty"
                                    : "that partition holds offsets %d to %d"
                                            .formatted(held.from(), held.to() - 1));
        }
        List<StoredRecord> found = new ArrayList<>();
        reader.read(
                Map.of(partition, new Range(place.offset(), held.to())),
                record -> {
                    found.add(record);
                    return false;
                });
        return found.stream()
                .filter(record -> record.offset() == place.offset())
                .findFirst()
                .orElseThrow(() ->
                        new OperatorError(
                                ExitCode.NOT_FOUND,
                                "there is no record at " + place.text(),
                                "see `socialhubctl topics describe %s`".formatted(place.topic())));
    }
}
