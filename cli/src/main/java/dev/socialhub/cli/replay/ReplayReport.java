package dev.socialhub.cli.replay;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Table;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code events replay}.
 *
 * @param id with which it can be resumed; null if nothing was written
 * @param executed whether {@code --execute} was given
 * @param handled whether all groups have handled what was written
 */
@JsonPropertyOrder({"version", "id", "executed", "written", "handled", "plan"})
record ReplayReport(
        int version,
        @Nullable String id,
        boolean executed,
        long written,
        boolean handled,
        ReplayPlan plan) {
    private static final int VERSION = 1;

    static ReplayReport of(ReplayPlan plan) {
        return new ReplayReport(VERSION, null, false, 0, false, plan);
    }

    static ReplayReport of(SavedReplay replay, boolean executed, boolean handled) {
        return new ReplayReport(
                VERSION, replay.id(), executed, replay.written(), handled, replay.plan());
    }

    /** The plan for people. */
    static String table(ReplayPlan plan) {
        StringBuilder text = new StringBuilder();
        if (!plan.consumers().isEmpty()) {
            Table consumers =
                    new Table().text("GROUP").text("SERVICE").text("POLICY").text("EVENTS");
            plan.consumers()
                    .forEach(one ->
                            consumers.row(one.group(), one.service(), one.policy(), one.effect()));
            text.append(consumers.render()).append('\n');
        }
        Table partitions =
                new Table().text("PARTITION").number("FIRST").number("LAST").number("EVENTS");
        plan.partitions()
                .forEach(one ->
                        partitions.row(
                                plan.topic() + "-" + one.partition(),
                                "" + one.first(),
                                "" + one.last(),
                                "" + one.events()));
        Table types = new Table().text("TYPE").number("EVENTS");
        plan.types().forEach((type, events) -> types.row(Printable.line(type), "" + events));
        return text.append(partitions.render()).append('\n').append(types.render()).toString();
    }
}
