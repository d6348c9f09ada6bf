package dev.socialhub.loadtest.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reports what happens, one JSON document a line, to the process that started the program. */
public final class ProgressReporter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;

    public ProgressReporter(PrintStream out) {
        this.out = out;
    }

    /** How far a preparation is. */
    public void preparing(int done, int of, String what) {
        Map<String, Object> message = event("preparing");
        message.put("done", done);
        message.put("of", of);
        message.put("what", what);
        print(message);
    }

    /** A phase begins now. */
    public void phase(Phase phase, Instant at) {
        Map<String, Object> message = event("phase");
        message.put("phase", phase.text());
        message.put("at", at.truncatedTo(ChronoUnit.MILLIS).toString());
        print(message);
    }

    /** The counts of a phase, so many seconds after its beginning. */
    public void progress(Phase phase, long second, OperationCounts counts) {
        Map<String, Object> message = event("progress");
        message.put("phase", phase.text());
        message.put("second", second);
        message.put("started", counts.started());
        message.put("succeeded", counts.succeeded());
        message.put("failed", counts.failed());
        print(message);
    }

    /** Whether the output still has a reader. */
    public synchronized boolean isHeard() {
        return !out.checkError();
    }

    private static Map<String, Object> event(String name) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("event", name);
        return event;
    }

    private synchronized void print(Map<String, Object> event) {
        try {
            out.println(JSON.writeValueAsString(event));
            out.flush();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
