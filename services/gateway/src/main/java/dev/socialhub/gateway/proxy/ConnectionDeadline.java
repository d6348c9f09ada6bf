package dev.socialhub.gateway.proxy;

import io.netty.channel.Channel;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends what takes too long on a connection although it is never idle, such as a head that arrives
 * at one byte per minute. One task per connection, which reschedules itself.
 */
final class ConnectionDeadline {

    private final long allowedNanos;
    private final LongSupplier waitedNanos;
    private final Runnable onMissed;
    private @Nullable ScheduledFuture<?> task;

    /**
     * A deadline for something that may happen on a connection many times.
     *
     * @param waitedNanos how long it has taken until now, in nanoseconds; 0 while nothing is
     *     awaited
     */
    ConnectionDeadline(long allowedNanos, LongSupplier waitedNanos, Runnable onMissed) {
        this.allowedNanos = allowedNanos;
        this.waitedNanos = waitedNanos;
        this.onMissed = onMissed;
    }

    void watch(Channel channel) {
        long left = allowedNanos - waitedNanos.getAsLong();
        if (left <= 0) {
            onMissed.run();
            left = allowedNanos;
        }
        if (channel.isActive()) {
            task = channel.eventLoop().schedule(() -> watch(channel), left, TimeUnit.NANOSECONDS);
        }
    }

    void cancel() {
        if (task != null) {
            task.cancel(false);
        }
    }
}
