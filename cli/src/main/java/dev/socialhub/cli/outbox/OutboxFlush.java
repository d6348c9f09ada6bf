package dev.socialhub.cli.outbox;

import dev.socialhub.cli.concurrency.Polling;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.ops.Operator;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.cli.terminal.TypedTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl outbox flush}. */
@Command(
        name = "flush",
        description = {
            "Make services send their unsent events, and return when Kafka has all that were"
                    + " unsent at the start.",
            "",
            "Services send events by themselves while Kafka accepts them, so this command only"
                    + " waits for that. Exits with 0, 4 if there is no such service with an outbox,"
                    + " 69 if a service doesn't answer, 124 if events are still unsent at the"
                    + " timeout."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl outbox flush",
            "  socialhubctl outbox flush posts users --timeout 30s"
        })
final class OutboxFlush implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(paramLabel = "SVC", arity = "0..*", description = "Services; all by default.")
    List<String> names = List.of();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "How long to wait (default: ${DEFAULT-VALUE}).")
    String timeout = "60s";

    @Mixin Output output = new Output();

    OutboxFlush(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Duration timeLimit = TypedTime.length(timeout);
        Target target = contexts.target();
        OpsClient ops = Operator.of(target);
        FlushReport report;
        try (ProgressDisplay progress = ProgressDisplay.on(terminal)) {
            List<Flush> flushes =
                    ops.offering(target, OutboxCommands.OFFER, names).stream()
                            .map(service -> Flush.begin(ops, service, progress))
                            .toList();
            Polling.until(
                    timeLimit, () -> flushes.stream().filter(one -> !one.isDone()).count() == 0);
            flushes.forEach(Flush::giveUp);
            report = FlushReport.of(flushes.stream().map(Flush::report).toList());
        }
        output.print(terminal, report::table, report);
        if (report.left() > 0) {
            throw new OperatorError(
                    ExitCode.TIMED_OUT,
                    "%d events are still unsent, most likely because Kafka doesn't accept them"
                            .formatted(report.left()),
                    target.restartKafka());
        }
        return ExitCode.DONE;
    }
}
