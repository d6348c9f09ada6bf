package dev.socialhub.shared.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DependencyWatchTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Switched store = new Switched();

    @Test
    void knowsNothingBeforeItHasAsked() {
        assertThat(up(new DependencyWatch(List.of(store), meters), "store")).isNaN();
    }

    @Test
    void tellsWhetherEachAnswers() {
        DependencyWatch watch = new DependencyWatch(List.of(new Hanging(), store), meters);
        watch.start();
        try {
            await().atMost(SOON).until(() -> up(watch, "store") == 0);
            store.up = true;
            await().atMost(SOON).until(() -> up(watch, "store") == 1);
            assertThat(up(watch, "hanging")).isNaN();
        } finally {
            watch.close();
        }
    }

    @Test
    void whatThrowsDoesNotAnswer() throws InterruptedException {
        assertThat(DependencyWatch.ask(store)).isFalse();
        store.up = true;
        assertThat(DependencyWatch.ask(store)).isTrue();
    }

    private double up(DependencyWatch watch, String name) {
        assertThat(watch).isNotNull();
        return meters.get("dependency.up").tag("dependency", name).gauge().value();
    }

    private static final class Switched implements Dependency {

        private volatile boolean up;

        @Override
        public String name() {
            return "store";
        }

        @Override
        public boolean answers() {
            if (!up) {
                throw new IllegalStateException("away");
            }
            return true;
        }
    }

    private static final class Hanging implements Dependency {

        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public String name() {
            return "hanging";
        }

        @Override
        public boolean answers() throws InterruptedException {
            never.await();
            return true;
        }
    }
}
