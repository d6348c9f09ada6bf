package dev.socialhub.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The groups that read a topic, and how each handles a replay, as the services themselves report
 * it.
 */
final class ReplayConsumers {
    private ReplayConsumers() {}

    /**
     * The readers of a topic.
     *
     * @param wanted groups that the replay is for; empty for all that accept one
     * @throws OperatorError (not found) if one of these doesn't read it; (refused) if one refuses
     *     replays
     */
    static List<ReplayConsumer> of(
            String topic, List<String> wanted, Target target, OpsClient ops) {
        List<ReplayConsumer> readers = new ArrayList<>();
        for (Endpoint service : ops.offering(target, "consumers", List.of())) {
            for (JsonNode one : ops.get(service, "consumers").path("consumers")) {
                for (JsonNode read : one.path("topics")) {
                    if (read.asText().equals(topic)) {
                        String group = one.path("group").asText();
                        readers.add(
                                ReplayConsumer.of(
                                        group,
                                        service.service(),
                                        one.path("replay").asText(),
                                        wanted.isEmpty() || wanted.contains(group)));
                    }
                }
            }
        }
        readers.sort(Comparator.comparing(ReplayConsumer::group));
        wanted.forEach(group -> require(group, readers, topic));
        return readers;
    }

    private static void require(String group, List<ReplayConsumer> readers, String topic) {
        ReplayConsumer found =
                readers.stream()
                        .filter(one -> one.group().equals(group))
                        .findFirst()
                        .orElseThrow(() ->
                                new OperatorError(
                                        ExitCode.NOT_FOUND,
                                        "no group named '%s' reads %s"
                                                .formatted(Printable.line(group), topic),
                                        "choose from "
                                                + String.join(
                                                        ", ",
                                                        readers.stream()
                                                                .map(ReplayConsumer::group)
                                                                .toList())));
        if (found.refuses()) {
            throw new OperatorError(
                    ExitCode.REFUSED,
                    "group " + group + " accepts no replay (REFUSE)",
                    "name other groups, or leave --group out");
        }
    }
}
