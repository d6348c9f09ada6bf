package dev.socialhub.shared.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.netflix.concurrency.limits.limit.FixedLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RequestLimiterTest {

    private static final long MILLISECOND = 1_000_000;
    private static final long NOW = 0;
    private static final long MINUTE = 60_000 * MILLISECOND;

    @Test
    void admitsAsManyAsTheLimitSays() {
        RequestLimiter limiter = new RequestLimiter(FixedLimit.of(2), Duration.ZERO);

        assertThat(limiter.enter(NOW, MINUTE)).isTrue();
        assertThat(limiter.isFull()).isFalse();
        assertThat(limiter.enter(NOW, MINUTE)).isTrue();
        assertThat(limiter.isFull()).isTrue();
        assertThat(limiter.enter(NOW, MINUTE)).isFalse();

        limiter.leave();
        assertThat(limiter.isFull()).isFalse();
        assertThat(limiter.enter(NOW, MINUTE)).isTrue();
        assertThat(limiter.working()).isEqualTo(2);
    }

    @Test
    void givesThoseThatWaitTheirTurnInOrder() throws Exception {
        RequestLimiter limiter = new RequestLimiter(FixedLimit.of(1), Duration.ofSeconds(30));
        List<Integer> order = new CopyOnWriteArrayList<>();
        assertThat(limiter.enter(NOW, MINUTE)).isTrue();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> entered = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                int number = i;
                entered.add(
                        callers.submit(() -> {
                            assertThat(limiter.enter(NOW, MINUTE)).isTrue();
                            order.add(number);
                            limiter.leave();
                        }));
                await().until(() -> limiter.waiting() == number + 1);
            }
            limiter.leave();
            for (Future<?> one : entered) {
                one.get();
            }
        }
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
        assertThat(limiter.working()).isZero();
        assertThat(limiter.waiting()).isZero();
    }

    @Test
    void letsAsManyWaitAsHaveTheirTurnInTime() {
        // Two at a time, 100 ms each: in 400 ms eight more have had their turn.
        RequestLimiter limiter = new RequestLimiter(FixedLimit.of(2), Duration.ofMillis(400));
        work(limiter, 5_000, 100);

        assertThat(limiter.queueLength()).isEqualTo(8);
    }

    @Test
    void letsOneRoundWaitHoweverLongTheWorkTakes() {
        RequestLimiter limiter = new RequestLimiter(FixedLimit.of(3), Duration.ofMillis(100));
        work(limiter, 5_000, 10_000);

        assertThat(limiter.queueLength()).isEqualTo(3);
    }

    @Test
    void letsNoMoreWaitThanTheLongestQueueHoweverQuickTheWorkWas() {
        RequestLimiter limiter = new RequestLimiter(FixedLimit.of(3), Duration.ofSeconds(5));
        work(limiter, 5_000, 1);

        assertThat(limiter.queueLength()).isEqualTo(RequestLimiter.LONGEST_QUEUE);
    }

    @Test
    void keepsItsQueueThroughAStallOfAMoment() {
        RequestLimiter limiter = new RequestLimiter(FixedLimit.of(8), Duration.ofMillis(100));
        work(limiter, 5_000, 5);
        work(limiter, 8, 200);

        assertThat(limiter.queueLength()).isGreaterThanOrEqualTo(64);
    }

    @Test
    void refusesWhatTheQueueDoesNotTake() throws Exception {
        RequestLimiter limiter = new RequestLimiter(FixedLimit.of(1), Duration.ofSeconds(30));
        work(limiter, 5_000, 60_000);
        assertThat(limiter.enter(NOW, MINUTE)).isTrue();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = callers.submit(() -> limiter.enter(NOW, MINUTE));
            await().until(limiter::isFull);

            assertThat(limiter.enter(NOW, MINUTE)).isFalse();

            limiter.leave();
            assertThat(first.get()).isTrue();
        }
        assertThat(limiter.isFull()).isFalse();
    }

    @Test
    void letsOneRoundWaitWhileNothingEnds() throws Exception {
        RequestLimiter limiter = new RequestLimiter(FixedLimit.of(1), Duration.ofMinutes(1));
        assertThat(limiter.enter(NOW, MINUTE)).isTrue();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = callers.submit(() -> limiter.enter(NOW, MINUTE));
            await().until(() -> limiter.waiting() == 1);
            Future<Boolean> second = callers.submit(() -> limiter.enter(4 * MINUTE, MINUTE));
            await().until(() -> limiter.waiting() == 2);

            assertThat(limiter.enter(4 * MINUTE + 1, MINUTE)).isFalse();

            limiter.leave(NOW, 5 * MINUTE);
            limiter.leave();
            assertThat(first.get()).isTrue();
            assertThat(second.get()).isTrue();
        }
    }

    @Test
    void losesNoPlaceToThoseThatGaveUp() {
        RequestLimiter limiter = new RequestLimiter(FixedLimit.of(1), Duration.ofSeconds(30));
        assertThat(limiter.enter(NOW, MINUTE)).isTrue();

        assertThat(limiter.enter(NOW, MILLISECOND)).isFalse();
        assertThat(limiter.enter(NOW, 0)).isFalse();
        assertThat(limiter.enter(NOW, -1)).isFalse();

        assertThat(limiter.waiting()).isZero();
        limiter.leave();
        assertThat(limiter.enter(NOW, 0)).isTrue();
    }

    @Test
    void refusesThoseThatAreInterrupted() throws Exception {
        RequestLimiter limiter = new RequestLimiter(FixedLimit.of(1), Duration.ofSeconds(30));
        assertThat(limiter.enter(NOW, MINUTE)).isTrue();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> refusedAndInterrupted =
                    callers.submit(() -> {
                        Thread.currentThread().interrupt();
                        return !limiter.enter(NOW, MINUTE)
                                && Thread.currentThread().isInterrupted();
                    });
            assertThat(refusedAndInterrupted.get()).isTrue();
        }
        assertThat(limiter.waiting()).isZero();
    }

    private static void work(RequestLimiter limiter, int times, long millis) {
        for (int i = 0; i < times; i++) {
            assertThat(limiter.enter(NOW, 0)).isTrue();
            limiter.leave(0, millis * MILLISECOND);
        }
    }
}
