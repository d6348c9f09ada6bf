package dev.socialhub.cli.topics;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Table;
import java.util.List;

/**
 * The document of {@code topics diff} and {@code topics apply}.
 *
 * @param applied whether the changes were made
 */
@JsonPropertyOrder({"version", "applied", "differences"})
record TopicsReport(int version, boolean applied, List<TopicDifference> differences) {
    private static final int VERSION = 1;

    TopicsReport {
        differences = List.copyOf(differences);
    }

    static TopicsReport of(List<TopicDifference> differences, boolean applied) {
        return new TopicsReport(VERSION, applied, differences);
    }

    String table() {
        Table table = new Table().text("TOPIC").text("DIFFERENCE").text("CHANGE");
        differences.forEach(one -> table.row(one.topic(), one.difference(), one.change()));
        return table.render();
    }
}
