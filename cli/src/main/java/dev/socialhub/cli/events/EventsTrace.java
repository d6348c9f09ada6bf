package dev.socialhub.cli.events;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.bus.RecordReader;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.ops.Operator;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.contracts.event.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl events trace}. */
@Command(
        name = "trace",
        description = {
            "Trace the delivery of an event: whether it waits in an outbox, its place on the bus,"
                    + " the progress of each consumer group, its replayed copies, and the trace id"
                    + " that each of them carries.",
            "",
            "A group that doesn't record single events has handled the event when its offset is"
                    + " past it. Exits with 0 if every service answered, 2 if ID isn't an event's"
                    + " id, 4 if the event isn't found, 69 if a service or Kafka doesn't answer."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl events trace 01920000-0000-7000-8000-000000000001",
            "  socialhubctl events trace 01920000-0000-7000-8000-000000000001 -o json"
        })
final class EventsTrace implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The event's id.")
    String wanted = "";

    @Mixin Output output = new Output();

    EventsTrace(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        EventId id =
                EventId.parse(wanted)
                        .filter(one -> one.made().isPresent())
                        .orElseThrow(() ->
                                new OperatorError(
                                        ExitCode.WRONG_USAGE,
                                        "'%s' is not an event's id"
                                                .formatted(Printable.line(wanted)),
                                        "give a UUID of version 7, such as `events tail` shows"));
        Target target = contexts.target();
        ServiceAnswers services = new OpsAnswers(target, Operator.of(target, TIMEOUT));
        List<Trace.Waiting> outbox = services.waiting(id);
        Optional<OperatorError> busFailure = Optional.empty();
        Trace trace;
        try (Bus bus = KafkaBus.of(target);
                RecordReader reader = RecordReader.of(target)) {
            TraceEvent tracing = new TraceEvent(bus, new BusRecords(bus, reader), services);
            try {
                trace = tracing.trace(id, outbox);
            } catch (OperatorError failure) {
                // Kafka's failure may be why the event waits, and is then worth reporting.
                busFailure = Optional.of(failure);
                trace = tracing.withoutBus(id, outbox);
            }
        }
        conclude(trace, busFailure);
        return ExitCode.DONE;
    }

    private void conclude(Trace trace, Optional<OperatorError> busFailure) {
        if (trace.found()) {
            output.print(terminal, () -> TraceLines.of(trace), trace);
        }
        if (busFailure.isPresent()) {
            throw busFailure.get();
        }
        if (!trace.unasked().isEmpty()) {
            throw new OperatorError(
                    ExitCode.PLATFORM_UNAVAILABLE,
                    "not every service answered",
                    "socialhubctl verify --stage 2",
                    trace.unasked(),
                    null);
        }
        if (!trace.found()) {
            throw new OperatorError(
                    ExitCode.NOT_FOUND,
                    "no outbox and no topic has event " + trace.id(),
                    "the bus keeps events for %d days; check that the id is complete"
                            .formatted(Topic.RETENTION.toDays()));
        }
    }
}
