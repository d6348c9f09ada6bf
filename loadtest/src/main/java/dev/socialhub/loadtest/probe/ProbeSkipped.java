package dev.socialhub.loadtest.probe;

/** A probe that can't be done here; the message is one line and says why. */
public final class ProbeSkipped extends RuntimeException {

    public ProbeSkipped(String message) {
        super(message);
    }

    public ProbeSkipped(String message, Throwable cause) {
        super(message, cause);
    }
}
