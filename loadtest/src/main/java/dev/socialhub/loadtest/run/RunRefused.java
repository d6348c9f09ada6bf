package dev.socialhub.loadtest.run;

/** A run that can't take place; the message is one line with the reason and the fix. */
public final class RunRefused extends RuntimeException {

    public RunRefused(String message) {
        super(message);
    }

    public RunRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
