package dev.socialhub.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.CapturedTerminal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepProgressTest {
    private final CapturedTerminal pipe = CapturedTerminal.plain();
    private final ProgressDisplay progress = ProgressDisplay.on(pipe.terminal());
    private long now;

    @Test
    void showsRateAndRemainingTimeOnceASecond() {
        StepProgress pace = new StepProgress(progress, "posts", 10_000, () -> now);
        pass(Duration.ofMillis(500));
        pace.add(1_000);
        pass(Duration.ofMillis(500));
        pace.add(1_000);
        pass(Duration.ofMillis(100));
        pace.add(1_000);
        pass(Duration.ofMillis(900));
        pace.add(7_000);
        pace.end();
        assertThat(pipe.err().lines())
                .containsExactly(
                        "posts: 10,000 rows",
                        "posts: 2,000 of 10,000, 2,000/s, 4 s left",
                        "posts: 10,000 rows, 5,000/s");
    }

    @Test
    void doesNotCountAsFastWhatWasDoneBefore() {
        StepProgress pace = new StepProgress(progress, "posts", 10_000, () -> now);
        pace.resume(8_000);
        pass(Duration.ofSeconds(1));
        pace.add(1_000);
        pace.fail();
        assertThat(pipe.err().lines())
                .containsExactly(
                        "posts: 10,000 rows",
                        "posts: 9,000 of 10,000, 1,000/s, 1 s left",
                        "posts: stopped after 9,000 rows");
    }

    @Test
    void reportsThatAllRowsExisted() {
        StepProgress pace = new StepProgress(progress, "accounts", 1, () -> now);
        pace.resume(1);
        pace.end();
        assertThat(pipe.err().lines())
                .containsExactly("accounts: 1 row", "accounts: 1 row, already existed");
    }

    @Test
    void drawsABarOnATerminal() {
        CapturedTerminal screen = CapturedTerminal.coloured();
        try (ProgressDisplay drawn = ProgressDisplay.on(screen.terminal())) {
            StepProgress pace = new StepProgress(drawn, "posts", 1_000, () -> now);
            pass(Duration.ofMillis(200));
            pace.add(500);
            assertThat(screen.err()).contains("██████░░░░░░ 500 of 1,000, 2,500/s, 0 s left");
            pace.add(500);
            pace.end();
        }
        assertThat(screen.err()).contains("1,000 rows, 5,000/s");
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
