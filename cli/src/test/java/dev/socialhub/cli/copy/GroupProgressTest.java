package dev.socialhub.cli.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.CapturedTerminal;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.FakeBus;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupProgressTest {
    private final FakeBus bus = new FakeBus();
    private final CapturedTerminal terminal = CapturedTerminal.plain();
    private final GroupProgress groupProgress =
            new GroupProgress(
                    bus,
                    List.of("posts"),
                    ProgressDisplay.on(terminal.terminal()),
                    Duration.ZERO,
                    Duration.ofMillis(20));

    @Test
    void waitsUntilAllIsHandledAndReportsTheRest() {
        groupProgress.wrote(Map.of(new Partition("POST_TOPIC.replay", 0), 30L));
        bus.lag(20, 10, 0);
        assertThat(groupProgress.awaitAll(() -> true)).isTrue();
        assertThat(terminal.err())
                .contains("posts: has 20 records to handle", "posts: has 10 records to handle")
                .endsWith("posts: has handled all records\n");
    }

    @Test
    void timesOutForAGroupWithoutProgress() {
        bus.lag(20);
        assertThatThrownBy(() -> groupProgress.awaitAll(() -> true))
                .isInstanceOfSatisfying(
                        OperatorError.class, error -> assertThat(error.exitCode()).isEqualTo(124))
                .hasMessage("posts is 20 records behind and handles none");
    }

    @Test
    void waitsWhileAGroupIsTooFarBehind() {
        bus.lag(12_000, 11_000, 9_000, 0);
        groupProgress.awaitBacklog(10_000, () -> true);
        assertThat(terminal.err()).contains("posts: is 11,000 records behind: waiting for it");
        assertThat(bus.behind("posts", Map.of())).as("looked at once more").isZero();
    }

    @Test
    void stopsWaitingWhenStopped() {
        bus.lag(20);
        assertThat(groupProgress.awaitAll(() -> false)).isFalse();
    }
}
