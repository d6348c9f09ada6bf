package dev.socialhub.cli.load;

/** Ends a program that this one has started when this one is told to end. */
final class AtExit implements AutoCloseable {
    private final Thread hook;

    private AtExit(Thread hook) {
        this.hook = hook;
    }

    static AtExit run(Runnable end) {
        Thread hook = new Thread(end, "end-generator");
        Runtime.getRuntime().addShutdownHook(hook);
        return new AtExit(hook);
    }

    /** From now on there is nothing to end. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook runs already, and ends what is to be ended.
            return;
        }
    }
}
