package dev.socialhub.cli.terminal;

/**
 * Tells how far several steps are that run at the same time. Safe for use by many threads.
 *
 * <p>On a terminal the steps stand below each other and are redrawn; in a pipe each change is a
 * line of its own.
 */
public interface Progress extends AutoCloseable {

    /** A step is under way; {@code doing} says at what, e.g. "starting". */
    void running(String step, String doing);

    /** A step has succeeded. */
    void done(String step, String result);

    /** A step has failed. */
    void failed(String step, String reason);

    /** Whether what was said of a running step is drawn over, and may come often. */
    default boolean redraws() {
        return false;
    }

    /** Ends the redrawing; what was drawn stays. */
    @Override
    void close();

    /** The fitting one for a terminal or a pipe. */
    static Progress on(Terminal terminal) {
        return terminal.interactive() ? new RedrawnProgress(terminal) : new PlainProgress(terminal);
    }
}
