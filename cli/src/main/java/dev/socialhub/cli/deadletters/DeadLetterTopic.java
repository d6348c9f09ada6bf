package dev.socialhub.cli.deadletters;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.contracts.event.DeclaredTopic;
import dev.socialhub.contracts.event.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A dead-letter topic.
 *
 * @param group the group that couldn't handle the records in it
 * @param live the topic that the records were first published on
 */
record DeadLetterTopic(String topic, String group, Topic live) {
    private static final String SUFFIX = ".dlt";

    /** All declared dead-letter topics that exist. */
    static List<DeadLetterTopic> all(Bus bus) {
        List<String> declared = DeclaredTopic.deadLetters();
        return declared.stream()
                .filter(bus.topics(declared).keySet()::contains)
                .map(DeadLetterTopic::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The topics that a name refers to: a dead-letter topic, all of a group, or all of a live
     * topic.
     *
     * @throws OperatorError (not found) if it refers to none
     */
    static List<DeadLetterTopic> named(String name, Bus bus) {
        List<DeadLetterTopic> all = all(bus);
        List<DeadLetterTopic> matching =
                all.stream()
                        .filter(candidate ->
                                candidate.topic.equals(name)
                                        || candidate.group.equals(name)
                                        || candidate.live.topicName().equals(name))
                        .toList();
        if (!matching.isEmpty()) {
            return matching;
        }
        // Such as the topic of a service that was started in another group.
        Optional<DeadLetterTopic> undeclared =
                parse(name).filter(_ -> !bus.topics(List.of(name)).isEmpty());
        return List.of(undeclared.orElseThrow(() -> unknown(name, all)));
    }

    /** Empty for a name that no dead-letter topic can have. */
    static Optional<DeadLetterTopic> parse(String topic) {
        return Arrays.stream(Topic.values())
                .filter(live -> topic.startsWith(live.topicName() + "."))
                .filter(live ->
                        topic.endsWith(SUFFIX)
                                && topic.length() > live.topicName().length() + 1 + SUFFIX.length())
                .findFirst()
                .map(live ->
                        new DeadLetterTopic(
                                topic,
                                topic.substring(
                                        live.topicName().length() + 1,
                                        topic.length() - SUFFIX.length()),
                                live));
    }

    private static OperatorError unknown(String name, List<DeadLetterTopic> all) {
        List<String> known = new ArrayList<>();
        all.stream().map(DeadLetterTopic::group).distinct().forEach(known::add);
        all.stream().map(DeadLetterTopic::topic).forEach(known::add);
        return new OperatorError(
                ExitCode.NOT_FOUND,
                "there is no dead-letter topic for '" + Printable.line(name) + "'",
                known.isEmpty()
                        ? "`socialhubctl topics apply --execute` creates those that are missing"
                        : "choose from " + String.join(", ", known));
    }
}
