package dev.socialhub.cli.groups;

import dev.socialhub.cli.bus.AllGroups.GroupDetails;
import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.GroupPosition;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.bus.RecordReader;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl groups lag}. */
@Command(
        name = "lag",
        description = {
            "Show how far consumer groups are behind, in each partition that they read: in records,"
                    + " and in the age of the first record that isn't handled.",
            "",
            "Exits with 0 whatever the lag is; 4 if there is no such group, 69 if Kafka doesn't"
                    + " answer."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl groups lag --total",
            "  socialhubctl groups lag notifications -o json"
        })
final class GroupsLag implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(paramLabel = "GROUP", arity = "0..*", description = "Groups; all by default.")
    List<String> names = List.of();

    @Option(names = "--total", description = "One line per group.")
    boolean total;

    @Mixin Output output = new Output();

    GroupsLag(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Target target = contexts.target();
        LagReport report;
        try (Bus bus = KafkaBus.of(target);
                RecordReader reader = RecordReader.of(target)) {
            List<GroupDetails> groups =
                    names.isEmpty()
                            ? ConsumerGroups.all(bus)
                            : names.stream().map(name -> ConsumerGroups.named(bus, name)).toList();
            report =
                    LagReport.of(
                            GroupBacklog.of(bus, groups),
                            position -> written(reader, position),
                            Clock.systemUTC().instant());
        }
        output.print(terminal, total ? report::totals : report::table, report);
        return ExitCode.DONE;
    }

    private static Optional<Instant> written(RecordReader reader, GroupPosition position) {
        List<Instant> first = new ArrayList<>();
        reader.read(
                Map.of(position.partition(), position.unhandled()),
                record -> {
                    first.add(record.time());
                    return false;
                });
        return first.stream().findFirst();
    }
}
