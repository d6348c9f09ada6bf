package dev.socialhub.testkit.fault;

import dev.socialhub.backing.process.ObservedProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process and its children that stand still until this is closed. */
public final class Pause implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final List<ObservedProcess> stopped;

    private Pause(List<ObservedProcess> stopped) {
        this.stopped = stopped;
    }

    static Pause of(ProcessHandle process) {
        var parent =
                ObservedProcess.of(process.pid())
                        .orElseThrow(() ->
                                new IllegalStateException(process.pid() + " is not a process"));
        var pause = new Pause(new ArrayList<>());
        try {
            // The parent first: it then starts no child that would be missed.
            pause.stop(parent);
            process.descendants()
                    .map(child -> ObservedProcess.of(child.pid()))
                    .flatMap(Optional::stream)
                    .forEach(pause::stop);
            return pause;
        } catch (RuntimeException e) {
            pause.close();
            throw e;
        }
    }

    private void stop(ObservedProcess process) {
        stopped.add(process);
        process.signal("STOP");
        var deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        while (process.isAlive() && !process.isStopped()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(process + " still runs after SIGSTOP");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Lets all of them go on; those that were killed meanwhile are left out. */
    @Override
    public void close() {
        stopped.reversed().forEach(process -> process.signal("CONT"));
        stopped.clear();
    }
}
