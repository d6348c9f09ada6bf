package dev.socialhub.cli.topics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.FoundTopic;
import dev.socialhub.contracts.event.DeclaredTopic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One way in which a topic isn't as it is declared. In JSON: topic, difference and change. */
@JsonPropertyOrder({"topic", "difference", "change"})
public sealed interface TopicDifference {
    DeclaredTopic declared();

    /** What is wrong, in a few words. */
    @JsonProperty
    String difference();

    /** The change that would remove the difference. */
    @JsonProperty
    String change();

    /** Makes the change. */
    void apply(Bus bus);

    @JsonProperty
    default String topic() {
        return declared().name();
    }

    /** The topic doesn't exist. */
    record Missing(@JsonIgnore DeclaredTopic declared) implements TopicDifference {
        @Override
        public String difference() {
            return "missing";
        }

        @Override
        public String change() {
            return "create it with %d partitions".formatted(declared.partitions());
        }

        @Override
        public void apply(Bus bus) {
            bus.create(declared);
        }
    }

    /** Fewer of a group's consumers than intended could share its work. */
    record TooFewPartitions(@JsonIgnore DeclaredTopic declared, @JsonIgnore int found)
            implements TopicDifference {
        @Override
        public String difference() {
            return "%d %s, declared are %d"
                    .formatted(
                            found, found == 1 ? "partition" : "partitions", declared.partitions());
        }

        @Override
        public String change() {
            return "add %d".formatted(declared.partitions() - found);
        }

        @Override
        public void apply(Bus bus) {
            bus.addPartitions(declared);
        }
    }

    /** Such as how long records are kept. */
    record OtherSetting(
            @JsonIgnore DeclaredTopic declared,
            @JsonIgnore String setting,
            @JsonIgnore String found)
            implements TopicDifference {
        @Override
        public String difference() {
            return "%s is %s, declared is %s".formatted(setting, found, wanted());
        }

        @Override
        public String change() {
            return "set it to " + wanted();
        }

        @Override
        public void apply(Bus bus) {
            bus.set(declared, setting);
        }

        private @Nullable String wanted() {
            return declared.settings().get(setting);
        }
    }

    /**
     * Every difference, in the order of the declarations; additional partitions are no difference.
     */
    static List<TopicDifference> between(
            Collection<DeclaredTopic> declared, Map<String, FoundTopic> found) {
        List<TopicDifference> differences = new ArrayList<>();
        for (DeclaredTopic topic : declared) {
            FoundTopic existing = found.get(topic.name());
            if (existing == null) {
                differences.add(new Missing(topic));
                continue;
            }
            if (existing.partitions() < topic.partitions()) {
                differences.add(new TooFewPartitions(topic, existing.partitions()));
            }
            new TreeMap<>(topic.settings())
                    .forEach((setting, wanted) -> {
                        String value = existing.settings().getOrDefault(setting, "unset");
                        if (!value.equals(wanted)) {
                            differences.add(new OtherSetting(topic, setting, value));
                        }
                    });
        }
        return differences;
    }

    /** All differences on a bus. */
    static List<TopicDifference> on(Bus bus) {
        List<DeclaredTopic> declared = DeclaredTopic.all();
        return between(declared, bus.topics(declared.stream().map(DeclaredTopic::name).toList()));
    }
}
