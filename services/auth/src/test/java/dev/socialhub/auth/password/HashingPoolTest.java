package dev.socialhub.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class HashingPoolTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HashingPool pool = new HashingPool(new HashingConfiguration(1, 2), meters);

    @Test
    void refusesWhatWouldWaitTooLongAndSaysWhenToComeBack() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> running = callers.submit(() -> pool.run(() -> waitFor(hold)));
            await().until(() -> gauge("password.hashing.active") == 1);
            Future<?> first = callers.submit(() -> pool.run(() -> "first"));
            Future<?> second = callers.submit(() -> pool.run(() -> "second"));
            await().until(() -> gauge("password.hashing.queued") == 2);

            ProblemException refused =
                    catchThrowableOfType(
                            ProblemException.class, () -> pool.run(() -> "one too many"));

            assertThat(refused.type()).isEqualTo(ProblemType.OVERLOADED);
            assertThat(refused.retryAfter()).isBetween(Duration.ZERO, Duration.ofSeconds(3));
            assertThat(meters.counter("password.hashing.rejected").count()).isEqualTo(1);
            hold.countDown();
            assertThat(running.get()).isEqualTo("held");
            assertThat(first.get()).isEqualTo("first");
            assertThat(second.get()).isEqualTo("second");
        }
    }

    @Test
    void worksOnPlatformThreads() {
        assertThat(pool.run(() -> Thread.currentThread().isVirtual())).isFalse();
    }

    @Test
    void keepsWorkingAfterWorkThatFailed() {
        assertThatThrownBy(() ->
                        pool.run(() -> {
                            throw new IllegalArgumentException("broken");
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("broken");

        assertThat(pool.run(() -> "fine")).isEqualTo("fine");
    }

    @Test
    void hasOneThreadPerCoreUnlessConfigured() {
        assertThat(new HashingConfiguration(0, 4).threadCount())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(new HashingConfiguration(3, 4).queueLength()).isEqualTo(12);
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private static String waitFor(CountDownLatch hold) throws InterruptedException {
        hold.await();
        return "held";
    }
}
