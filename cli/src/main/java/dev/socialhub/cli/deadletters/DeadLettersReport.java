package dev.socialhub.cli.deadletters;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Table;
import java.util.List;

/** The document of {@code dlt list} and {@code dlt purge}. */
@JsonPropertyOrder({"version", "executed", "topics"})
record DeadLettersReport(int version, boolean executed, List<DeadLetterSummary> topics) {
    private static final int VERSION = 1;

    DeadLettersReport {
        topics = List.copyOf(topics);
    }

    static DeadLettersReport of(List<DeadLetterSummary> topics, boolean executed) {
        return new DeadLettersReport(VERSION, executed, topics);
    }

    long letters() {
        return topics.stream().mapToLong(DeadLetterSummary::letters).sum();
    }

    String table() {
        Table table =
                new Table()
                        .text("TOPIC")
                        .text("GROUP")
                        .number("DEAD LETTERS")
                        .text("OLDEST")
                        .text("NEWEST")
                        .text("REASONS");
        for (DeadLetterSummary one : topics) {
            table.row(
                    one.topic(),
                    one.group(),
                    "" + one.letters(),
                    one.oldest() == null ? "" : one.oldest(),
                    one.newest() == null ? "" : one.newest(),
                    one.reasonsInWords());
        }
        return table.render();
    }
}
