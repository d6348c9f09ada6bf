package dev.socialhub.loadtest.platform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same to many, a few at the same time. */
public final class ParallelCalls {

    private ParallelCalls() {}

    /** What is done to each. */
    public interface Task<T> {
        void with(T one) throws IOException;
    }

    /**
     * Executes a task for each element.
     *
     * @throws IOException the first that one of them met; those not yet begun are left out
     */
    public static <T> void each(List<T> all, int atOnce, Task<T> task) throws IOException {
        try (ExecutorService executor =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            List<Future<?>> running = new ArrayList<>();
            for (T one : all) {
                running.add(
                        executor.submit(() -> {
                            task.with(one);
                            return null;
                        }));
            }
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } catch (ExecutionException failed) {
                // What runs comes to its own end: an answer cut off would leave its effect unknown.
                running.forEach(one -> one.cancel(false));
                throw rethrown(failed);
            } catch (InterruptedException e) {
                executor.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    private static IOException rethrown(ExecutionException failed) {
        return switch (failed.getCause()) {
            case IOException ioFailure -> ioFailure;
            case RuntimeException unexpected -> throw unexpected;
            case null, default -> new IOException(failed);
        };
    }
}
