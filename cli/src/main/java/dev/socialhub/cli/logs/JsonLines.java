package dev.socialhub.cli.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads what logback's {@code JsonEncoder} writes: one object a line. */
final class JsonLines implements LineReader {
    private static final int DEEPEST_CAUSE = 20;

    private final ObjectMapper mapper = new ObjectMapper();
    private final String process;
    private Instant latest = Instant.EPOCH;

    JsonLines(String process) {
        this.process = process;
    }

    @Override
    public LogEntry read(String line) {
        try {
            JsonNode json = mapper.readTree(line);
            return json.isObject() ? entry(json) : LogEntry.plain(latest, "", process, line);
        } catch (JsonProcessingException torn) {
            // A line cut off by a crash is shown as it is.
            return LogEntry.plain(latest, "", process, line);
        }
    }

    private LogEntry entry(JsonNode json) {
        latest = Instant.ofEpochMilli(json.path("timestamp").asLong(latest.toEpochMilli()));
        List<String> trace = new ArrayList<>();
        addThrowable(json.path("throwable"), "", 0, trace);
        return new LogEntry(
                latest,
                json.path("level").asText(""),
                process,
                message(json),
                json.path("mdc").path("requestId").asText(""),
                json.path("mdc").path("traceId").asText(""),
                trace);
    }

    private static String message(JsonNode json) {
        if (json.hasNonNull("formattedMessage")) {
            return json.get("formattedMessage").asText();
        }
        String message = json.path("message").asText("");
        for (JsonNode argument : json.path("arguments")) {
            int place = message.indexOf("{}");
            if (place < 0) {
                break;
            }
            message =
                    message.substring(0, place) + argument.asText() + message.substring(place + 2);
        }
        return message;
    }

    private static void addThrowable(JsonNode throwable, String label, int depth, List<String> to) {
        if (!throwable.isObject() || depth > DEEPEST_CAUSE) {
            return;
        }
        String message = throwable.path("message").asText("");
        to.add(
                label
                        + throwable.path("className").asText("")
                        + (message.isEmpty() ? "" : ": " + message));
        JsonNode steps =
                Stream.of("stepArray", "stackTraceElementArray", "steps")
                        .map(throwable::path)
                        .filter(JsonNode::isArray)
                        .findFirst()
                        .orElse(throwable.path("stepArray"));
        for (JsonNode step : steps) {
            to.add("    at " + step(step));
        }
        int common = throwable.path("commonFramesCount").asInt(0);
        if (common > 0) {
            to.add("    … " + common + " more");
        }
        for (JsonNode suppressed : throwable.path("suppressed")) {
            addThrowable(suppressed, "Suppressed: ", depth + 1, to);
        }
        addThrowable(throwable.path("cause"), "Caused by: ", depth + 1, to);
    }

    private static String step(JsonNode step) {
        if (step.isTextual()) {
            return step.asText();
        }
        return "%s.%s(%s:%s)"
                .formatted(
                        step.path("className").asText("?"),
                        step.path("methodName").asText("?"),
                        step.path("fileName").asText("?"),
                        step.path("lineNumber").asText("?"));
    }
}
