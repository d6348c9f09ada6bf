package dev.socialhub.testkit.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records what clients do, in one order for all of them. An operation is recorded before it is sent
 * and after its answer has come, so that one which ended before another began is surely seen so.
 */
public final class OperationHistory {
    private final long beginning = System.nanoTime();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Entry, Entry> ends = new HashMap<>();
    private final Set<String> busy = new HashSet<>();

    /**
     * A client is about to do something.
     *
     * @throws IllegalStateException if it has not been told the end of what it did before
     */
    public synchronized Call invoke(String process, String kind, String value) {
        if (!busy.add(process)) {
            throw new IllegalStateException(process + " runs one operation at a time");
        }
        return new Call(record(process, kind, null, value));
    }

    /** All operations so far; the outcome of those under way is unknown. */
    public synchronized Operations operations() {
        return new Operations(
                entries.stream()
                        .filter(entry -> entry.outcome() == null)
                        .map(this::paired)
                        .toList());
    }

    /** Writes beginnings and ends in their order, one JSON object a line. */
    public void write(Path file) throws IOException {
        List<Entry> all;
        synchronized (this) {
            all = List.copyOf(entries);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, all.stream().map(Entry::json).toList());
    }

    private synchronized void end(Entry invoked, OperationOutcome outcome, String answer) {
        if (ends.containsKey(invoked)) {
            throw new IllegalStateException(invoked + " has already ended");
        }
        ends.put(invoked, record(invoked.process(), invoked.kind(), outcome, answer));
        busy.remove(invoked.process());
    }

    private Entry record(
            String process, String kind, @Nullable OperationOutcome outcome, String text) {
        var time = Duration.ofNanos(System.nanoTime() - beginning);
        var entry = new Entry(entries.size(), time, process, kind, outcome, text);
        entries.add(entry);
        return entry;
    }

    private Operation paired(Entry begin) {
        var end = ends.get(begin);
        var outcome = end == null ? null : end.outcome();
        return new Operation(
                begin.process(),
                begin.kind(),
                begin.text(),
                outcome == null ? OperationOutcome.UNKNOWN : outcome,
                end == null ? "" : end.text(),
                begin.index(),
                end == null ? Long.MAX_VALUE : end.index(),
                begin.time());
    }

    /** An operation under way; it ends once. */
    public final class Call {
        private final Entry invoked;

        private Call(Entry invoked) {
            this.invoked = invoked;
        }

        /** It was acknowledged. */
        public void ok(String answer) {
            end(invoked, OperationOutcome.OK, answer);
        }

        /** It was refused, and surely has no effect. */
        public void fail(String reason) {
            end(invoked, OperationOutcome.FAIL, reason);
        }

        /** No answer came, or none that tells whether it took effect. */
        public void unknown(String reason) {
            end(invoked, OperationOutcome.UNKNOWN, reason);
        }
    }
}
