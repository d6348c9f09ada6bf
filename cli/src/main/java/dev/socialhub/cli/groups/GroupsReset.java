package dev.socialhub.cli.groups;

import dev.socialhub.cli.bus.AllGroups.GroupDetails;
import dev.socialhub.cli.bus.AllGroups.Member;
import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.GroupPosition;
import dev.socialhub.cli.bus.KafkaBus;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.contracts.event.ConsumerGroup;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl groups reset}. */
@Command(
        name = "reset",
        description = {
            "Reset the offsets of a consumer group in a topic.",
            "",
            "POSITION is earliest, latest, a time, an age such as 1h, an offset, or +N or -N from"
                    + " the group's current offset; a position outside a partition means its"
                    + " nearer end. Events that are handled again have no second effect, since"
                    + " services remember for eight days what they have handled; to have effects"
                    + " written again, replay events. Skipped events are never handled.",
            "",
            "Without --execute it only shows what would change. Exits with 0, 4 if there is no such"
                    + " group, topic or partition, 5 while the group has members, 69 if Kafka"
                    + " doesn't answer."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl groups reset notifications --topic POST_TOPIC --to 1h   # shows it",
            "  socialhubctl groups reset posts --topic USER_TOPIC --to -100 --partition 3",
            "  socialhubctl groups reset posts --topic USER_TOPIC --to earliest --execute"
        })
final class GroupsReset implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(paramLabel = "GROUP", description = "The group's name.")
    String name = "";

    @Option(names = "--topic", paramLabel = "TOPIC", required = true, description = "The topic.")
    String topic = "";

    @Option(
            names = "--to",
            paramLabel = "POSITION",
            required = true,
            description = "The group's new position.")
    String to = "";

    @Option(
            names = "--partition",
            paramLabel = "P",
            description = "Only this partition. Repeatable.")
    List<Integer> partitions = List.of();

    @Option(names = "--execute", description = "Really do it.")
    boolean execute;

    @Mixin Output output = new Output();

    GroupsReset(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        NewPosition position = NewPosition.parse(to, Clock.systemUTC());
        Target target = contexts.target();
        ResetPlan plan;
        Optional<OperatorError> refusal;
        try (Bus bus = KafkaBus.of(target)) {
            GroupDetails group = ConsumerGroups.named(bus, name);
            plan = plan(bus, group, topic, partitions, position);
            refusal = refusal(group, target.local());
            if (execute && refusal.isEmpty()) {
                bus.allGroups().move(name, plan.offsets());
                plan = plan.made();
            }
        }
        output.print(terminal, plan::table, plan);
        if (execute && refusal.isPresent()) {
            throw refusal.get();
        }
        if (output.isHumanReadable()) {
            terminal.say(plan.summary());
            refusal.ifPresent(
                    busy -> terminal.say("--execute would be refused now: " + busy.line()));
        }
        return ExitCode.DONE;
    }

    /** The changes that the reset would make; the command's help lists the errors. */
    static ResetPlan plan(
            Bus bus,
            GroupDetails group,
            String topic,
            List<Integer> partitions,
            NewPosition position) {
        bus.allTopics().named(topic);
        Map<Partition, Range> ranges = new TreeMap<>(bus.allTopics().ranges(List.of(topic)));
        for (int number : partitions) {
            if (!ranges.containsKey(new Partition(topic, number))) {
                throw new OperatorError(
                        ExitCode.NOT_FOUND,
                        "%s has no partition %d".formatted(topic, number),
                        "it has 0 to " + (ranges.size() - 1));
            }
        }
        ranges.keySet()
                .removeIf(one -> !partitions.isEmpty() && !partitions.contains(one.number()));
        List<GroupPosition> positions =
                ranges.entrySet().stream()
                        .map(one ->
                                new GroupPosition(
                                        one.getKey(),
                                        group.committed().get(one.getKey()),
                                        one.getValue()))
                        .toList();
        Map<Partition, Long> since =
                position.lookedUp()
                        .map(time -> bus.allTopics().since(ranges, time))
                        .orElse(Map.of());
        return ResetPlan.of(
                group.name(), topic, group.members().size(), positions, position, since);
    }

    /** Why it can't be done now; empty when it can. */
    static Optional<OperatorError> refusal(GroupDetails group, boolean local) {
        if (group.members().isEmpty()) {
            return Optional.empty();
        }
        int members = group.members().size();
        String problem =
                "group %s has %d %s, which would keep their positions"
                        .formatted(group.name(), members, members == 1 ? "member" : "members");
        Optional<String> service =
                ConsumerGroups.declared(group.name()).map(ConsumerGroup::service);
        return Optional.of(
                new OperatorError(
                        ExitCode.REFUSED,
                        problem,
                        local && service.isPresent()
                                ? "`socialhubctl stop %s` first, `socialhubctl up --detach` afterwards"
                                        .formatted(service.get())
                                : "stop " + processes(group)));
    }

    private static String processes(GroupDetails group) {
        return group.members().stream()
                .map((Member one) -> Printable.line(one.client() + " at " + one.host()))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
