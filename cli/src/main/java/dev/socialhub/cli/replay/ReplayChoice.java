package dev.socialhub.cli.replay;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which events are replayed, and to which topic. */
final class ReplayChoice {
    @Option(names = "--topic", paramLabel = "T", description = "The live topic.")
    @Nullable String topic;

    @Option(
            names = "--from",
            paramLabel = "TIME|OFFSET",
            description =
                    "Where to start: a time (2026-01-31T12:00:00Z), an age (90s, 1h, 7d), or an"
                            + " offset of each partition.")
    @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME|OFFSET",
            description = "Where to end, exclusive. Now, by default.")
    @Nullable String to;

    @Option(names = "--key", paramLabel = "K", description = "Only this key. Repeatable.")
    List<String> keys = List.of();

    @Option(
            names = "--type",
            paramLabel = "X",
            description = "Only this type, such as post.created. Repeatable.")
    List<String> types = List.of();

    @Option(
            names = "--group",
            paramLabel = "G",
            description = "Only for this group. Repeatable; all that accept a replay by default.")
    List<String> groups = List.of();

    @Option(
            names = "--to-topic",
            paramLabel = "T2",
            description = "Write to another topic, which no consumer reads, for inspection.")
    @Nullable String toTopic;

    @Option(
            names = "--repeat",
            description = "With --to-topic: also write events that it contains already.")
    boolean repeat;

    /** Whether no option was given. */
    boolean isEmpty() {
        return topic == null
                && from == null
                && to == null
                && toTopic == null
                && !repeat
                && keys.isEmpty()
                && types.isEmpty()
                && groups.isEmpty();
    }

    /**
     * @throws OperatorError (wrong usage) if the options are invalid
     */
    ReplayRequest request(Clock clock) {
        if (topic == null) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE, "--topic is missing", "name the live topic");
        }
        if (toTopic != null && !groups.isEmpty()) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "--group and --to-topic exclude each other: no group reads that topic",
                    "leave one of them out");
        }
        if (repeat && toTopic == null) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "--repeat belongs to --to-topic",
                    "leave it out: consumers handle a replay as often as it is written");
        }
        return new ReplayRequest(
                topic,
                from == null ? null : ReplayBound.parse(from, clock),
                to == null ? null : ReplayBound.parse(to, clock),
                new Selection(keys, types),
                groups,
                toTopic,
                repeat);
    }
}
