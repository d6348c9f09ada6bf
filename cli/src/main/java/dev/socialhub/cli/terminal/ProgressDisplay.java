package dev.socialhub.cli.terminal;

/**
 * Reports the progress of several steps that run at the same time. Safe for use by many threads.
 *
 * <p>On a terminal the steps stand below each other and are redrawn; in a pipe each change is a
 * line of its own.
 */
public interface ProgressDisplay extends AutoCloseable {

    /** A step is in progress; {@code doing} names the activity, e.g. "starting". */
    void running(String step, String doing);

    /** A step has succeeded. */
    void done(String step, String result);

    /** A step has failed. */
    void failed(String step, String reason);

    /**
     * Whether a running step's last message is overwritten by the next, so that many may be sent.
     */
    default boolean redraws() {
        return false;
    }

    /** Ends the redrawing; what was drawn remains. */
    @Override
    void close();

    /** The implementation for a terminal or a pipe. */
    static ProgressDisplay on(Terminal terminal) {
        return terminal.interactive() ? new RedrawnProgress(terminal) : new PlainProgress(terminal);
    }
}
