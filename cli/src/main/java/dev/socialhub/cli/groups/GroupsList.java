package dev.socialhub.cli.groups;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code socialhubctl groups list}. */
@Command(
        name = "list",
        description = {
            "Show all consumer groups: their service, state, members and topics, and how many"
                    + " records they haven't handled.",
            "",
            "A declared group that no consumer has ever joined is Absent. Exits with 0, or 69 if"
                    + " Kafka doesn't answer."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl groups list",
            "  socialhubctl groups list -o json"
        })
final class GroupsList implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Mixin Output output = new Output();

    GroupsList(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        GroupList list;
        try (Bus bus = KafkaBus.of(contexts.target())) {
            list = GroupList.of(GroupBacklog.of(bus, ConsumerGroups.all(bus)));
        }
        output.print(terminal, list::table, list);
        return ExitCode.DONE;
    }
}
