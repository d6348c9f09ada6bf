package dev.socialhub.posts.media;

import dev.socialhub.posts.media.image.MediaFormat;
import dev.socialhub.posts.media.image.PrepareMedia;
import dev.socialhub.posts.media.image.PreparedMedia;
import dev.socialhub.posts.media.image.RefusedFileException;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Prepares files on a few threads, with a short queue: a picture takes up to seconds of a core, and
 * up to hundreds of megabytes.
 */
@Context
final class DecodingPool {

    private static final Duration RESTARTED_AFTER = Duration.ofSeconds(1);

    private final PrepareMedia prepareMedia;
    private final ThreadPoolExecutor pool;
    private final Counter rejected;

    DecodingPool(
            DecodingConfiguration configuration, PrepareMedia prepareMedia, MeterRegistry meters) {
        this.prepareMedia = prepareMedia;
        this.pool =
                new ThreadPoolExecutor(
                        configuration.threads(),
                        configuration.threads(),
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(configuration.queue()),
                        Thread.ofPlatform().name("decoding-", 1).daemon().factory());
        this.rejected =
                Counter.builder("posts.media.decoding.rejected")
                        .description("Uploads refused because too many pictures waited")
                        .register(meters);
        Gauge.builder("posts.media.decoding.active", pool, ThreadPoolExecutor::getActiveCount)
                .description("Pictures being decoded")
                .register(meters);
        Gauge.builder("posts.media.decoding.queued", pool, p -> p.getQueue().size())
                .description("Pictures that wait to be decoded")
                .register(meters);
    }

    /**
     * Waits for a free thread and then for the result.
     *
     * @throws RefusedFileException when the file is damaged or too large
     * @throws ProblemException 503 when too many pictures are waiting
     */
    PreparedMedia prepare(Path upload, MediaFormat format, Path folder) throws IOException {
        Future<PreparedMedia> result;
        try {
            result = pool.submit(() -> prepareMedia.prepare(upload, format, folder));
        } catch (RejectedExecutionException e) {
            rejected.increment();
            throw ProblemException.overloaded(
                    "Too many pictures are being processed at the moment.", null);
        }
        try {
            return result.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RefusedFileException refused -> throw refused;
                case IOException io -> throw io;
                case null, default ->
                        throw new IllegalStateException("a file could not be prepared", e);
            }
        } catch (InterruptedException e) {
            result.cancel(true);
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
