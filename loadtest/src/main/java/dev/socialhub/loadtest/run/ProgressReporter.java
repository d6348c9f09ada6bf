package dev.socialhub.loadtest.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.loadtest.format.Phase;
import dev.socialhub.loadtest.format.ProgressMessage;
import dev.socialhub.loadtest.format.ProgressMessage.PhaseBegun;
import dev.socialhub.loadtest.format.ProgressMessage.PhaseProgress;
import dev.socialhub.loadtest.format.ProgressMessage.Preparing;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reports what happens, one JSON document a line, to the process that started the program. */
public final class ProgressReporter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;

    public ProgressReporter(PrintStream out) {
        this.out = out;
    }

    /** Reports how much of a preparation is done. */
    public void preparing(int done, int of, String what) {
        print(new Preparing(done, of, what));
    }

    /** Reports that a phase begins now. */
    public void phase(Phase phase, Instant at) {
        print(new PhaseBegun(phase, at.truncatedTo(ChronoUnit.MILLIS).toString()));
    }

    /** Reports the counts of a phase, so many seconds after its beginning. */
    public void progress(Phase phase, long second, OperationCounts counts) {
        print(
                new PhaseProgress(
                        phase, second, counts.started(), counts.succeeded(), counts.failed()));
    }

    /** Whether the output still has a reader. */
    public synchronized boolean hasReader() {
        return !out.checkError();
    }

    private synchronized void print(ProgressMessage message) {
        try {
            out.println(JSON.writeValueAsString(message));
            out.flush();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
