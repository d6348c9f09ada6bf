package dev.socialhub.cli.outbox;

import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.ops.Operator;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl outbox status}. */
@Command(
        name = "status",
        description = {
            "Show the number of unsent events in each service, and the age of the oldest; if there"
                    + " are any, also by topic and shard, each of which is sent in order.",
            "",
            "Exits with 0, 3 if an event has been unsent for more than 30 seconds, 4 if there is no"
                    + " such service with an outbox, 69 if a service doesn't answer."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl outbox status",
            "  socialhubctl outbox status posts -o json"
        })
final class OutboxStatus implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(paramLabel = "SVC", arity = "0..*", description = "Services; all by default.")
    List<String> names = List.of();

    @Mixin Output output = new Output();

    OutboxStatus(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Target target = contexts.target();
        OpsClient ops = Operator.of(target);
        OutboxReport report =
                OutboxReport.of(
                        ops.offering(target, OutboxCommands.OFFER, names).stream()
                                .map(service ->
                                        OutboxReport.One.of(
                                                service.service(),
                                                ops.get(service, "outbox/lanes")))
                                .toList());
        output.print(terminal, report::table, report);
        if (!report.stuck()) {
            return ExitCode.DONE;
        }
        if (output.isHumanReadable()) {
            terminal.say(
                    "Something prevents sending events of this age: `socialhubctl verify` finds"
                            + " the cause.");
        }
        return ExitCode.PROBLEMS_FOUND;
    }
}
