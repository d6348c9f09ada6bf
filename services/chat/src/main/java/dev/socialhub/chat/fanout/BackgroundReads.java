package dev.socialhub.chat.fanout;

import dev.socialhub.mongo.MongoErrors;
import dev.socialhub.shared.log.LoggableError;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads from the store beside the threads that may not block, again until it succeeds. */
@Singleton
class BackgroundReads {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundReads.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("chat-reads").factory());
    private final Set<Object> waiting = ConcurrentHashMap.newKeySet();

    /**
     * Runs soon.
     *
     * @param delay gathers reads; no caller may need that much time to pass before the read
     * @param subject until it has begun, further reads of an equal subject are left out
     */
    void after(Duration delay, Object subject, Runnable read) {
        if (!timer.isShutdown() && waiting.add(subject)) {
            var _ =
                    timer.schedule(
                            () -> Thread.startVirtualThread(() -> run(subject, read)),
                            delay.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    private void run(Object subject, Runnable read) {
        waiting.remove(subject);
        try {
            read.run();
        } catch (RuntimeException e) {
            if (MongoErrors.passes(e)) {
                LOG.warn("Messages are read later, as MongoDB does not answer: {}", e.toString());
                after(PAUSE, subject, read);
            } else {
                LOG.error("Messages could not be read for clients", LoggableError.of(e));
            }
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
