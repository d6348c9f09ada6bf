package dev.socialhub.cli.bus;

import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.terminal.OperatorError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The consumer groups of a bus, declared or not, and their positions. */
public interface AllGroups {
    /**
     * A group with all its known properties.
     *
     * @param state as Kafka names it, such as {@code Stable}
     * @param committed the next offset that it is to handle, of each partition it ever committed
     */
    record GroupDetails(
            String name, String state, List<Member> members, Map<Partition, Long> committed) {
        public GroupDetails {
            members = List.copyOf(members);
            committed = new TreeMap<>(committed);
        }
    }

    /** A process in the group, and what it reads. */
    record Member(String client, String host, Set<Partition> assigned) {}

    /** All of them by name. */
    List<GroupDetails> list();

    /** One of them; empty when it never had a member. */
    Optional<GroupDetails> find(String name);

    /**
     * Makes a group continue from these offsets; its other partitions are unchanged.
     *
     * @throws OperatorError (refused) if it has members by now
     */
    void move(String name, Map<Partition, Long> offsets);
}
