package dev.socialhub.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.FoundTopic;
import dev.socialhub.cli.bus.Bus.Group;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.check.Check;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.concurrency.Polling;
import dev.socialhub.contracts.event.ConsumerGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether a consumer group has members that read all its topics and keep up. */
record GroupCheck(
        ConsumerGroup group,
        String service,
        Supplier<JsonNode> consumers,
        Supplier<Bus> bus,
        Duration timeout)
        implements Check {
    /**
     * A group that has only just started needs a moment; one whose topics have got more partitions
     * needs as long as its members trust their metadata.
     */
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(9);

    /** This many events are handled within a second. */
    private static final long HARMLESS_LAG = 500;

    GroupCheck(
            ConsumerGroup group, String service, Supplier<JsonNode> consumers, Supplier<Bus> bus) {
        this(group, service, consumers, bus, DEFAULT_TIMEOUT);
    }

    @Override
    public String name() {
        return "group-" + group.groupName();
    }

    @Override
    public Finding examine() {
        String restart = "socialhubctl restart " + service;
        List<String> others = new ArrayList<>();
        boolean reported = false;
        for (JsonNode consumer : consumers.get().path("consumers")) {
            String name = consumer.path("group").asText();
            reported |= name.equals(group.groupName());
            others.add(name);
        }
        if (!reported) {
            return Finding.fail(
                    "group %s has no consumer: %s reads as %s"
                            .formatted(
                                    group.groupName(),
                                    service,
                                    others.isEmpty() ? "none" : String.join(", ", others)),
                    restart);
        }
        String[] problem = {""};
        boolean settled =
                Polling.until(
                        timeout,
                        () -> {
                            problem[0] = unread();
                            return problem[0].isEmpty();
                        });
        return settled ? lag(restart) : Finding.fail(problem[0], restart);
    }

    /** Why not everything is read; empty when it is. */
    private String unread() {
        Optional<Group> found = bus.get().group(group.groupName());
        if (found.isEmpty() || found.get().members() == 0) {
            return "the group has no member";
        }
        Map<String, FoundTopic> topics = bus.get().topics(group.subscription());
        long unassigned =
                topics.values().stream().mapToLong(topic -> unassigned(topic, found.get())).sum();
        return unassigned == 0
                ? ""
                : "%d partitions have no consumer (group is %s)"
                        .formatted(unassigned, found.get().state());
    }

    private static long unassigned(FoundTopic topic, Group group) {
        long missing = 0;
        for (int number = 0; number < topic.partitions(); number++) {
            if (!group.assigned().contains(new Partition(topic.name(), number))) {
                missing++;
            }
        }
        return missing;
    }

    private Finding lag(String restart) {
        long first = currentLag();
        if (first <= HARMLESS_LAG) {
            return Finding.ok("all is read, lag " + first);
        }
        boolean shrinks = Polling.until(timeout, () -> currentLag() < first);
        return shrinks
                ? Finding.ok("catching up, lag " + first)
                : Finding.fail("lag %d doesn't shrink".formatted(first), restart);
    }

    private long currentLag() {
        return bus.get().lag(group.groupName(), group.subscription());
    }
}
