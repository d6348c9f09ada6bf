package dev.socialhub.loadtest.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what happens, one JSON document a line, to whoever has started the program. */
public final class Announcer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;

    public Announcer(PrintStream out) {
        this.out = out;
    }

    /** How far a preparation is. */
    public void preparing(int done, int of, String what) {
        say(event("preparing", Map.of()), Map.of("done", done, "of", of, "what", what));
    }

    /** A phase begins now. */
    public void phase(Phase phase, Instant at) {
        say(event("phase", Map.of("phase", phase.text())), Map.of("at", at.toString()));
    }

    /** The counts of a phase, so many seconds after its beginning. */
    public void progress(Phase phase, long second, Counts counts) {
        Map<String, Object> said = event("progress", Map.of("phase", phase.text()));
        said.put("second", second);
        said.put("started", counts.started());
        said.put("succeeded", counts.succeeded());
        said.put("failed", counts.failed());
        say(said, Map.of());
    }

    /** Whether somebody still listens. */
    public synchronized boolean isHeard() {
        return !out.checkError();
    }

    private static Map<String, Object> event(String name, Map<String, Object> rest) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("event", name);
        event.putAll(rest);
        return event;
    }

    private synchronized void say(Map<String, Object> event, Map<String, Object> rest) {
        event.putAll(rest);
        try {
            out.println(JSON.writeValueAsString(event));
            out.flush();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
