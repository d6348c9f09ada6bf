package dev.socialhub.cli.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final AtomicLong clock = new AtomicLong();
    private final RateLimit rateLimit = new RateLimit(100, clock::get, this::pass);

    @Test
    void allowsTheConfiguredRate() {
        for (int taken = 0; taken < 500; taken += 50) {
            rateLimit.take(50);
        }
        // The last fifty were let through at once; only the next ones would have to wait.
        assertThat(Duration.ofNanos(clock.get())).isEqualTo(Duration.ofMillis(4_500));
    }

    @Test
    void doesNotMakeUpForIdleTime() {
        rateLimit.take(1);
        pass(Duration.ofMinutes(1));
        rateLimit.take(50);
        rateLimit.take(50);
        assertThat(Duration.ofNanos(clock.get())).isEqualTo(Duration.ofMillis(60_500));
    }

    @Test
    void limitsBatchesToHalfASecond() {
        assertThat(rateLimit.batchSize(500)).isEqualTo(50);
        assertThat(new RateLimit(1, clock::get, this::pass).batchSize(500)).isEqualTo(1);
        assertThat(new RateLimit(100_000, clock::get, this::pass).batchSize(500)).isEqualTo(500);
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
