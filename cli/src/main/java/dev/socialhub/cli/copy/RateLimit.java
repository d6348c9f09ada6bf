package dev.socialhub.cli.copy;

import dev.socialhub.cli.concurrency.Polling;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Limits copying to a number of records a second, without catching up for idle time. */
public final class RateLimit {
    private static final long SECOND = 1_000_000_000;

    private final int perSecond;
    private final LongSupplier nanos;
    private final Consumer<Duration> pause;
    private long due;

    RateLimit(int perSecond, LongSupplier nanos, Consumer<Duration> pause) {
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.pause = pause;
        this.due = nanos.getAsLong();
    }

    public static RateLimit of(int perSecond) {
        return new RateLimit(perSecond, System::nanoTime, Polling::pause);
    }

    /** Returns when this number of further records may be copied. */
    void take(int records) {
        long now = nanos.getAsLong();
        due = Math.max(due, now);
        if (due > now) {
            pause.accept(Duration.ofNanos(due - now));
        }
        due += records * SECOND / perSecond;
    }

    /** The batch size, chosen so that an interrupt takes effect within half a second. */
    int batchSize(int most) {
        return Math.clamp(perSecond / 2, 1, most);
    }
}
