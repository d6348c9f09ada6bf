package dev.socialhub.cli.topics;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.contracts.event.DeclaredTopic;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The topic that an operator wants. */
final class WantedTopic {
    @Option(names = "--partitions", paramLabel = "N", description = "How many partitions.")
    @Nullable Integer partitions;

    @Option(
            names = "--setting",
            paramLabel = "NAME=VALUE",
            description = "A setting by its Kafka name, such as retention.ms. Repeatable.")
    Map<String, String> settings = Map.of();

    boolean isEmpty() {
        return partitions == null && settings.isEmpty();
    }

    /**
     * The topic as it is or would be declared, with the operator's values replacing the declared
     * ones.
     *
     * @throws OperatorError (wrong usage) if the values are invalid
     */
    DeclaredTopic appliedTo(DeclaredTopic declared) {
        requireSense();
        Map<String, String> all = new TreeMap<>(declared.settings());
        all.putAll(settings);
        return new DeclaredTopic(
                declared.name(), partitions == null ? declared.partitions() : partitions, all);
    }

    /**
     * @throws OperatorError (wrong usage) if no topic can have these values
     */
    void requireSense() {
        if (partitions != null && partitions < 1) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "--partitions is " + partitions,
                    "a topic has at least one partition");
        }
    }
}
