package dev.socialhub.testkit.history;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A beginning or an end.
 *
 * @param outcome of an end; null for a beginning
 * @param text the value of a beginning, the answer of an end
 */
record Entry(
        long index,
        Duration time,
        String process,
        String kind,
        @Nullable OperationOutcome outcome,
        String text) {

    /** One line of JSON. */
    String json() {
        return "{\"index\":%d,\"micros\":%d,\"process\":%s,\"type\":%s,\"kind\":%s,\"value\":%s}"
                .formatted(
                        index,
                        time.toNanos() / 1_000,
                        quoted(process),
                        quoted(
                                outcome == null
                                        ? "invoke"
                                        : outcome.name().toLowerCase(Locale.ROOT)),
                        quoted(kind),
                        quoted(text));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
