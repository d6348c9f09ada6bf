package dev.socialhub.gateway.proxy;

import io.netty.channel.Channel;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection whose next request doesn't come, or comes a byte a minute: such a caller never
 * is idle, but must not stay for ever. One task for each connection that moves its own date.
 */
final class HeadDeadline {

    private final long allowedNanos;
    private final BooleanSupplier isAwaitingHead;
    private final Runnable onMissed;
    private long awaitingSinceNanos = System.nanoTime();
    private @Nullable ScheduledFuture<?> task;

    HeadDeadline(long allowedNanos, BooleanSupplier isAwaitingHead, Runnable onMissed) {
        this.allowedNanos = allowedNanos;
        this.isAwaitingHead = isAwaitingHead;
        this.onMissed = onMissed;
    }

    /** From now on the next request is awaited. */
    void restart() {
        awaitingSinceNanos = System.nanoTime();
    }

    void watch(Channel channel) {
        long waited = isAwaitingHead.getAsBoolean() ? System.nanoTime() - awaitingSinceNanos : 0;
        if (waited >= allowedNanos) {
            onMissed.run();
        } else {
            task =
                    channel.eventLoop()
                            .schedule(
                                    () -> watch(channel),
                                    allowedNanos - waited,
                                    TimeUnit.NANOSECONDS);
        }
    }

    void cancel() {
        if (task != null) {
            task.cancel(false);
        }
    }
}
