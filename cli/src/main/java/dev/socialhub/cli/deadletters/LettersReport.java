package dev.socialhub.cli.deadletters;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Table;
import java.util.List;

/** The document of {@code dlt list} and {@code dlt purge}. */
@JsonPropertyOrder({"version", "executed", "topics"})
record LettersReport(int version, boolean executed, List<LettersOf> topics) {
    private static final int VERSION = 1;

    LettersReport {
        topics = List.copyOf(topics);
    }

    static LettersReport of(List<LettersOf> topics, boolean executed) {
        return new LettersReport(VERSION, executed, topics);
    }

    long letters() {
        return topics.stream().mapToLong(LettersOf::letters).sum();
    }

    String table() {
        Table table =
                new Table()
                        .text("TOPIC")
                        .text("GROUP")
                        .number("LETTERS")
                        .text("OLDEST")
                        .text("NEWEST")
                        .text("REASONS");
        for (LettersOf one : topics) {
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
