package dev.socialhub.cli.logs;

import java.time.Instant;
import java.util.List;

/**
 * A log entry of a process.
 *
 * @param level as the process names it; empty if it has none
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
