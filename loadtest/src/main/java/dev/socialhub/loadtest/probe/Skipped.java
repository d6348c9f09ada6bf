package dev.socialhub.loadtest.probe;

/** A probe that can't be done here; the message is one line and says why. */
public final class Skipped extends RuntimeException {

    public Skipped(String message) {
        super(message);
    }

    public Skipped(String message, Throwable cause) {
        super(message, cause);
    }
}
