package dev.socialhub.cli.bus;

import dev.socialhub.cli.bus.Bus.Partition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The consumer groups of a bus in memory. */
final class FakeGroups implements AllGroups {
    private final Map<String, GroupDetails> groups = new TreeMap<>();

    void put(GroupDetails group) {
        groups.put(group.name(), group);
    }

    @Override
    public List<GroupDetails> list() {
        return List.copyOf(groups.values());
    }

    @Override
    public Optional<GroupDetails> find(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    @Override
    public void move(String name, Map<Partition, Long> offsets) {
        GroupDetails old = Objects.requireNonNull(groups.get(name), name);
        Map<Partition, Long> all = new HashMap<>(old.committed());
        all.putAll(offsets);
        put(new GroupDetails(name, old.state(), old.members(), all));
    }
}
