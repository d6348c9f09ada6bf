package dev.socialhub.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.socialhub.backing.process.ObservedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessFaultsTest {
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    @Test
    void killsWhatIgnoresEveryOtherSignal() {
        var process = start("trap '' TERM INT; while :; do sleep 0.05; done");
        ProcessFaults.kill(process.toHandle());
        assertThat(ObservedProcess.of(process.pid())).isEmpty();
        ProcessFaults.kill(process.toHandle());
    }

    @Test
    void pausesAProcessAndItsChildrenUntilThePauseIsClosed() {
        var process = start("sleep 60 & wait");
        await().until(() -> process.descendants().count() == 1);
        var child = process.descendants().findFirst().orElseThrow();
        try (var pause = ProcessFaults.pause(process.toHandle())) {
            assertThat(List.of(living(process.toHandle()), living(child)))
                    .allMatch(ObservedProcess::isStopped);
            pause.close();
            await().until(() -> !living(child).isStopped());
        }
        await().until(() -> !living(process.toHandle()).isStopped());
    }

    @Test
    void killsAProcessThatIsPaused() {
        var process = start("exec sleep 60");
        try (var _ = ProcessFaults.pause(process.toHandle())) {
            ProcessFaults.kill(process.toHandle());
            assertThat(ObservedProcess.of(process.pid())).isEmpty();
        }
    }

    @Test
    void refusesToPauseAnEndedProcess() {
        var process = start("exit 0");
        await().until(() -> !process.isAlive());
        assertThatThrownBy(() -> ProcessFaults.pause(process.toHandle()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static ObservedProcess living(ProcessHandle process) {
        return ObservedProcess.of(process.pid()).orElseThrow();
    }

    private Process start(String script) {
        try {
            var process = new ProcessBuilder("/bin/sh", "-c", script).start();
            started.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
