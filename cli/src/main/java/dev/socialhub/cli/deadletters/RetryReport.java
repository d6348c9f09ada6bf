package dev.socialhub.cli.deadletters;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Table;
import java.util.List;

/**
 * The document of {@code dlt retry}.
 *
 * @param retried how many dead letters were written for their groups again
 * @param cameBack how many of them have become dead letters again
 */
@JsonPropertyOrder({"version", "executed", "retried", "cameBack", "topics"})
record RetryReport(
        int version, boolean executed, long retried, long cameBack, List<RetryPlan> topics) {
    private static final int VERSION = 1;
    private static final int MAX_KEYS = 20;

    RetryReport {
        topics = List.copyOf(topics);
    }

    static RetryReport of(List<RetryPlan> plans) {
        return new RetryReport(VERSION, false, 0, 0, plans);
    }

    static RetryReport of(List<RetryPlan> plans, long retried, long cameBack) {
        return new RetryReport(VERSION, true, retried, cameBack, plans);
    }

    long letters() {
        return topics.stream().mapToLong(RetryPlan::letters).sum();
    }

    /** The plans for people: the first keys of each topic. */
    String table() {
        Table table =
                new Table()
                        .text("TOPIC")
                        .text("GROUP")
                        .text("KEY")
                        .number("DEAD LETTERS")
                        .text("TYPES, IN ORDER");
        for (RetryPlan plan : topics) {
            plan.keys().stream()
                    .limit(MAX_KEYS)
                    .forEach(key ->
                            table.row(
                                    plan.topic(),
                                    plan.group(),
                                    key.key(),
                                    "" + key.letters(),
                                    String.join(", ", key.types())));
            if (plan.keys().size() > MAX_KEYS) {
                table.row(
                        plan.topic(),
                        plan.group(),
                        "… %d more keys".formatted(plan.keys().size() - MAX_KEYS),
                        "",
                        "");
            }
        }
        return table.render();
    }
}
