package dev.socialhub.loadtest.run;

/** A run that can't take place; the message is one line and says why, and what to do. */
public final class CannotRun extends RuntimeException {

    public CannotRun(String message) {
        super(message);
    }

    public CannotRun(String message, Throwable cause) {
        super(message, cause);
    }
}
