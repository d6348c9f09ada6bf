package dev.socialhub.cli.events;

import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Formats a trace for people. */
final class TraceLines {
    private TraceLines() {}

    static String of(Trace trace) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "event",
                trace.id()
                        + Optional.ofNullable(trace.type())
                                .map(type -> ", " + Printable.line(type))
                                .orElse(""));
        String key = trace.key();
        if (key != null) {
            line(text, "key", key);
        }
        String traceId = trace.traceId();
        if (traceId != null) {
            line(text, "trace", traceId);
        }
        if (trace.outbox().isEmpty()) {
            line(text, "outbox", "waits in no outbox");
        }
        trace.outbox()
                .forEach(one ->
                        line(
                                text,
                                "outbox",
                                "waits in %s for %s since %s, shard %d, %d before it%s"
                                        .formatted(
                                                one.service(),
                                                one.topic(),
                                                one.since(),
                                                one.shard(),
                                                one.ahead(),
                                                inTrace(one.traceId()))));
        RecordPosition place = trace.place();
        line(
                text,
                "bus",
                place == null
                        ? "in no live topic"
                        : place.text()
                                + ", written "
                                + place.time()
                                + inTrace(trace.recordTraceId()));
        trace.replays()
                .forEach(one ->
                        line(
                                text,
                                one.replay() == null ? "retried" : "replayed",
                                "%s, written %s, for %s"
                                        .formatted(
                                                one.place().text(),
                                                one.place().time(),
                                                one.groups().isEmpty()
                                                        ? "no group"
                                                        : one.groups())));
        if (!trace.groups().isEmpty()) {
            text.append('\n').append(groups(trace));
        }
        return text.toString();
    }

    private static String inTrace(@Nullable String traceId) {
        return traceId == null ? "" : ", trace " + traceId;
    }

    private static String groups(Trace trace) {
        Table table = new Table().text("GROUP").text("SERVICE").text("STATE").text("DETAIL");
        trace.groups()
                .forEach(one ->
                        table.row(
                                one.group(),
                                one.service(),
                                switch (one.state()) {
                                    case handled -> "handled";
                                    case waiting -> "waiting";
                                    case deadLetter -> "dead letter";
                                    case unknown -> "unknown";
                                },
                                detail(one)));
        return table.render();
    }

    private static String detail(GroupTrace group) {
        RecordPosition deadLetter = group.letter();
        String reason = group.reason();
        String aside =
                deadLetter == null
                        ? ""
                        : deadLetter.text()
                                + (reason == null ? "" : ", " + Printable.line(reason, 100));
        return switch (group.state()) {
            case handled -> {
                String effect =
                        group.claimedAt() == null ? "" : "effect written " + group.claimedAt();
                yield aside.isEmpty() ? effect : effect + ", before that a dead letter at " + aside;
            }
            case waiting -> group.ahead() + " before it";
            case deadLetter -> aside;
            case unknown -> "";
        };
    }

    private static void line(StringBuilder text, String what, String found) {
        text.append("%-9s%s%n".formatted(what, Printable.line(found)));
    }
}
