package dev.socialhub.cli.logs;

import java.time.Instant;
import java.util.List;

/**
 * Something a process said.
 *
 * @param level as the process calls it; empty if it says none
 * @param requestId empty if it belongs to no request
 * @param traceId empty if it belongs to no trace
 * @param more further lines, such as a stack trace
 */
record LogEntry(
        Instant time,
        String level,
        String process,
        String message,
        String requestId,
        String traceId,
        List<String> more) {
    LogEntry {
        more = List.copyOf(more);
    }

    static LogEntry plain(Instant time, String level, String process, String message) {
        return new LogEntry(time, level, process, message, "", "", List.of());
    }
}
