package dev.socialhub.gateway.stream;

import org.jspecify.annotations.Nullable;

/** The place that an open stream takes; for one event loop. */
public final class StreamPlace {

    private @Nullable Runnable release;

    StreamPlace(Runnable release) {
        this.release = release;
    }

    /** Gives the place back; later calls have no effect. */
    public void free() {
        Runnable once = release;
        release = null;
        if (once != null) {
            once.run();
        }
    }
}
