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
        Map<String, Object> said = event("preparing");
        said.put("done", done);
        said.put("of", of);
        said.put("what", what);
        say(said);
    }

    /** A phase begins now. */
    public void phase(Phase phase, Instant at) {
        Map<String, Object> said = event("phase");
        said.put("phase", phase.text());
        said.put("at", at.truncatedTo(ChronoUnit.MILLIS).toString());
        say(said);
    }

    /** The counts of a phase, so many seconds after its beginning. */
    public void progress(Phase phase, long second, OperationCounts counts) {
        Map<String, Object> said = event("progress");
        said.put("phase", phase.text());
        said.put("second", second);
        said.put("started", counts.started());
        said.put("succeeded", counts.succeeded());
        said.put("failed", counts.failed());
        say(said);
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

    private synchronized void say(Map<String, Object> event) {
        try {
            out.println(JSON.writeValueAsString(event));
            out.flush();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
