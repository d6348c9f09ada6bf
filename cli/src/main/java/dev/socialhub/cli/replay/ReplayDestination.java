package dev.socialhub.cli.replay;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.contracts.event.DeclaredTopic;
import dev.socialhub.contracts.event.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The source topic and the destination topic. */
record ReplayDestination(String topic, String into, boolean shadow) {
    /** The pattern of names that Kafka accepts. */
    private static final String NAME = "[a-zA-Z0-9._-]{1,249}";

    /**
     * @param wanted null for the topic's own replay topic
     * @throws OperatorError (not found) if there is no such live topic; (refused) if the other one
     *     is read by consumers, or is internal to Kafka
     */
    static ReplayDestination of(String topic, @Nullable String wanted) {
        Topic live =
                Arrays.stream(Topic.values())
                        .filter(one -> one.topicName().equals(topic))
                        .findFirst()
                        .orElseThrow(() -> unknown(topic));
        if (wanted == null) {
            return new ReplayDestination(topic, live.replayName(), false);
        }
        if (!wanted.matches(NAME)) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "'" + Printable.line(wanted) + "' can't be a topic's name",
                    "use letters, digits, dots, underscores and hyphens");
        }
        boolean read =
                DeclaredTopic.all().stream().anyMatch(one -> one.name().equals(wanted))
                        || Topic.holdsDeadLetters(wanted)
                        || wanted.endsWith(".replay")
                        || wanted.startsWith("__");
        if (read) {
            throw new OperatorError(
                    ExitCode.REFUSED,
                    wanted + " belongs to the platform: a replay can't write to it",
                    "name a topic of your own, such as " + topic + ".look");
        }
        return new ReplayDestination(topic, wanted, true);
    }

    /** A topic with the settings of the one it is copied from. */
    static DeclaredTopic shadow(String name, int partitions) {
        return new DeclaredTopic(
                name,
                partitions,
                Map.of(
                        "retention.ms",
                        Long.toString(Topic.RETENTION.toMillis()),
                        "max.message.bytes",
                        Integer.toString(DeclaredTopic.LARGEST_COPY)));
    }

    private static OperatorError unknown(String topic) {
        return new OperatorError(
                ExitCode.NOT_FOUND,
                "there is no live topic named '" + Printable.line(topic) + "'",
                "choose from "
                        + Arrays.stream(Topic.values())
                                .map(Topic::topicName)
                                .collect(Collectors.joining(", ")));
    }
}
