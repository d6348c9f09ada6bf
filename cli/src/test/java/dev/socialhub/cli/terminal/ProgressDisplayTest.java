package dev.socialhub.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.CapturedTerminal;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    @Test
    void inAPipeEveryChangeIsOnePlainLine() {
        CapturedTerminal captured = CapturedTerminal.plain();
        try (ProgressDisplay progress = ProgressDisplay.on(captured.terminal())) {
            progress.running("redis", "starting");
            progress.done("redis", "ready");
            progress.failed("kafka", "failed");
        }
        assertThat(captured.err()).isEqualTo("redis: starting\nredis: ready\nkafka: failed\n");
        assertThat(captured.out()).isEmpty();
    }

    @Test
    void onATerminalStepsAreRedrawnInPlace() {
        CapturedTerminal captured = CapturedTerminal.coloured();
        try (ProgressDisplay progress = ProgressDisplay.on(captured.terminal())) {
            progress.running("redis", "starting");
            progress.running("kafka", "starting");
            progress.done("redis", "ready");
            progress.done("kafka", "ready");
        }
        assertThat(captured.err()).contains("\u001b[2A").contains("✔").endsWith("\n");
        assertThat(captured.err().lines().toList().getLast()).contains("kafka").contains("ready");
    }
}
