package dev.socialhub.cli.groups;

import dev.socialhub.cli.bus.AllGroups.GroupDetails;
import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.contracts.event.ConsumerGroup;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl groups}. */
@Command(
        name = "groups",
        description = "Show the progress of consumer groups, and reset their offsets.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl groups list",
            "  socialhubctl groups lag notifications"
        })
public final class ConsumerGroups {
    /** The state that is shown for a declared group that never had a member. */
    static final String ABSENT = "Absent";

    private ConsumerGroups() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Contexts contexts, Terminal terminal) {
        return new CommandLine(new ConsumerGroups())
                .addSubcommand(new GroupsList(contexts, terminal))
                .addSubcommand(new GroupsLag(contexts, terminal))
                .addSubcommand(new GroupsReset(contexts, terminal));
    }

    /** Every group by name, including declared groups that never had a member. */
    static List<GroupDetails> all(Bus bus) {
        Map<String, GroupDetails> groups = new TreeMap<>();
        for (ConsumerGroup declared : ConsumerGroup.values()) {
            groups.put(declared.groupName(), absent(declared.groupName()));
        }
        bus.allGroups().list().forEach(group -> groups.put(group.name(), group));
        return List.copyOf(groups.values());
    }

    /**
     * The group of that name.
     *
     * @throws OperatorError (not found) if it never had a member and isn't declared
     */
    static GroupDetails named(Bus bus, String name) {
        return bus.allGroups()
                .find(name)
                .or(() -> declared(name).map(_ -> absent(name)))
                .orElseThrow(() ->
                        new OperatorError(
                                ExitCode.NOT_FOUND,
                                "there is no consumer group named '" + Printable.line(name) + "'",
                                "see `socialhubctl groups list`"));
    }

    /** The declaration of a group; empty if it isn't declared. */
    static Optional<ConsumerGroup> declared(String name) {
        return Arrays.stream(ConsumerGroup.values())
                .filter(group -> group.groupName().equals(name))
                .findFirst();
    }

    /** All topics that a group reads, has read or should read. */
    static Collection<String> topics(GroupDetails group) {
        Stream<String> read =
                Stream.concat(
                                group.committed().keySet().stream(),
                                group.members().stream().flatMap(one -> one.assigned().stream()))
                        .map(Bus.Partition::topic);
        Stream<String> due =
                declared(group.name()).stream().flatMap(one -> one.subscription().stream());
        return Stream.concat(read, due).collect(Collectors.toSet());
    }

    private static GroupDetails absent(String name) {
        return new GroupDetails(name, ABSENT, List.of(), Map.of());
    }
}
