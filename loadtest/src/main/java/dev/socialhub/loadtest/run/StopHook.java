package dev.socialhub.loadtest.run;

/**
 * An action that is executed when the program is ended by a signal, for as long as this isn't
 * closed.
 */
public final class StopHook implements AutoCloseable {

    private final Thread hook;

    private StopHook(Thread hook) {
        this.hook = hook;
    }

    /**
     * @param last must come to an end: the program waits for it
     */
    public static StopHook run(Runnable last) {
        Thread hook = new Thread(last, "when-stopped");
        Runtime.getRuntime().addShutdownHook(hook);
        return new StopHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // It is being done.
            return;
        }
    }
}
