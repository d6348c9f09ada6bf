package dev.socialhub.shared.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers that come at twice the rate that can be served, whether they get answers or not. */
@Timeout(60)
class OverloadIT {

    private static final int LIMIT = 4;
    private static final Duration OVERLOAD = Duration.ofSeconds(3);

    /** Four at a time, each for 50 ms: little enough that the callers here don't lack CPU. */
    private static final int CAPACITY_A_SECOND = 80;

    private record Timed(int status, Duration took) {}

    @Test
    void servesWhatItCanRefusesTheRestAtOnceAndRecovers() throws Exception {
        try (LimitedServer server = new LimitedServer(LIMIT, "100ms")) {
            for (int i = 0; i < 20; i++) {
                assertThat(ask(server).status()).isEqualTo(200);
            }

            List<Timed> answers = offer(server, 2 * CAPACITY_A_SECOND);

            assertThat(answers).allSatisfy(it -> assertThat(it.status()).isIn(200, 503));
            // Machines that run tests have other things to do: half of what could be served.
            assertThat(answers)
                    .filteredOn(it -> it.status() == 200)
                    .hasSizeGreaterThan((int) (CAPACITY_A_SECOND * OVERLOAD.toSeconds() / 2));
            assertThat(percentile(99, answers, it -> it.status() == 200))
                    .isLessThan(Duration.ofSeconds(1));
            assertThat(answers).filteredOn(it -> it.status() == 503).isNotEmpty();
            assertThat(percentile(50, answers, it -> it.status() == 503))
                    .isLessThan(Duration.ofMillis(100));
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> server.gauge("requests.working") == 0);
            assertThat(ask(server).status()).isEqualTo(200);
        }
    }

    private static List<Timed> offer(LimitedServer server, int perSecond) throws Exception {
        long begun = System.nanoTime();
        List<Future<Timed>> asked = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < perSecond * OVERLOAD.toSeconds(); i++) {
                long due = begun + i * Duration.ofSeconds(1).toNanos() / perSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                asked.add(callers.submit(() -> ask(server)));
            }
        }
        List<Timed> answers = new ArrayList<>();
        for (Future<Timed> one : asked) {
            answers.add(one.get());
        }
        return answers;
    }

    private static Timed ask(LimitedServer server) {
        long begun = System.nanoTime();
        int status = server.get("/try-short/timed").status();
        return new Timed(status, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static Duration percentile(int percent, List<Timed> answers, Predicate<Timed> which) {
        List<Duration> sorted = answers.stream().filter(which).map(Timed::took).sorted().toList();
        return sorted.get((sorted.size() - 1) * percent / 100);
    }
}
