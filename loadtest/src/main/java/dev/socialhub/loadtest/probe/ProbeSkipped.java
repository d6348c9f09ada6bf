package dev.socialhub.loadtest.probe;

/** A probe that can't be run here; the message is one line with the reason. */
public final class ProbeSkipped extends RuntimeException {

    public ProbeSkipped(String message) {
        super(message);
    }

    public ProbeSkipped(String message, Throwable cause) {
        super(message, cause);
    }
}
