package dev.socialhub.shared.admission;

import dev.socialhub.shared.testing.TryServer;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Work that lasts until the test ends it. */
@Singleton
@Requires(property = "spec.name", value = TryServer.NAME)
class HeldWork {

    private final AtomicInteger begun = new AtomicInteger();
    private final Semaphore ends = new Semaphore(0);

    int begun() {
        return begun.get();
    }

    void end(int count) {
        ends.release(count);
    }

    void work() {
        begun.incrementAndGet();
        ends.acquireUninterruptibly();
    }
}
