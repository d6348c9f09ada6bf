package dev.socialhub.auth.password;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs the slow work on passwords: as many tasks in parallel as there are cores, on platform
 * threads, since a native call would pin a virtual thread's carrier. The queue is short: a client
 * that had to wait long would have given up anyway.
 */
@Singleton
final class HashingPool {

    private static final Duration RESTARTED_AFTER = Duration.ofSeconds(1);

    private final ThreadPoolExecutor pool;
    private final Counter rejected;

    HashingPool(HashingConfiguration configuration, MeterRegistry meters) {
        int threads = configuration.threadCount();
        this.pool =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(configuration.queueLength()),
                        Thread.ofPlatform().name("hashing-", 1).daemon().factory());
        this.rejected =
                Counter.builder("password.hashing.rejected")
                        .description("Password hashes refused because too many waited")
                        .register(meters);
        Gauge.builder("password.hashing.active", pool, ThreadPoolExecutor::getActiveCount)
                .description("Password hashes being computed")
                .register(meters);
        Gauge.builder("password.hashing.queued", pool, p -> p.getQueue().size())
                .description("Password hashes that wait for a thread")
                .register(meters);
    }

    /**
     * Waits for a free thread and then for the result.
     *
     * @throws ProblemException 503 when too many tasks are waiting
     */
    <T> T run(Callable<T> work) {
        Future<T> result;
        try {
            result = pool.submit(work);
        } catch (RejectedExecutionException e) {
            rejected.increment();
            throw ProblemException.overloaded("Too many users are signing in at the moment.", null);
        }
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be processed", e.getCause());
        } catch (InterruptedException e) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw ProblemException.retryLater(
                    ProblemType.UNAVAILABLE, "The service is being stopped.", RESTARTED_AFTER);
        }
    }

    @PreDestroy
    void close() {
        pool.shutdown();
    }
}
