package dev.socialhub.messaging.outbox;

import dev.socialhub.shared.transaction.AfterCommit;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes the relay of this process, after a commit or on an operator's word. In process, since a
 * NOTIFY inside the writing transaction takes a lock that all commits share.
 */
@Singleton
@Requires(beans = AfterCommit.class)
public final class OutboxSignal {

    private final AfterCommit afterCommit;
    private final Semaphore raised = new Semaphore(0);

    OutboxSignal(AfterCommit afterCommit) {
        this.afterCommit = afterCommit;
    }

    /**
     * Has the relay look once the current transaction has committed.
     *
     * @throws IllegalStateException outside a transaction
     */
    void raiseAfterCommit() {
        afterCommit.run(this::raise);
    }

    /** Has the relay look at once. */
    public void raise() {
        if (raised.availablePermits() == 0) {
            raised.release();
        }
    }

    void await(Duration atMost) throws InterruptedException {
        if (raised.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            raised.drainPermits();
        }
    }
}
