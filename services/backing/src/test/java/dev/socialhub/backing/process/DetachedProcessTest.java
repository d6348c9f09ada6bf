package dev.socialhub.backing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedProcessTest {
    private static final Duration GRACE = Duration.ofSeconds(5);

    @TempDir Path folder;

    @AfterEach
    void end() {
        DetachedProcess.find(pidFile()).ifPresent(DetachedProcess::kill);
    }

    @Test
    void isFoundAgainByItsPidFile() {
        var started = start("exec sleep 60", StopSignal.TERM);
        var found = DetachedProcess.find(pidFile()).orElseThrow();
        assertThat(found.pid()).isEqualTo(started.pid());
        assertThat(found.name()).isEqualTo("it");
        assertThat(found.startedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(found.isAlive()).isTrue();
    }

    @Test
    void isTheCommandItselfInASessionOfItsOwn() throws IOException {
        var pid = start("exec sleep 60", StopSignal.TERM).pid();
        await().until(() -> Files.readString(proc(pid, "cmdline")).startsWith("sleep"));
        var stat = Files.readString(proc(pid, "stat"));
        var session = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3];
        assertThat(session).isEqualTo(Long.toString(pid));
    }

    @Test
    void appendsWhatItSaysToItsLog() throws IOException {
        Files.writeString(log(), "before\n");
        var process = start("echo $GREETING; echo problem >&2", StopSignal.TERM);
        await().until(() -> !process.isAlive());
        assertThat(log()).hasContent("before\nhello\nproblem\n");
    }

    @Test
    void isForgottenWhenItIsStopped() {
        var process = start("exec sleep 60", StopSignal.TERM);
        process.stop(GRACE);
        assertThat(process.isAlive()).isFalse();
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void getsTheSignalItAskedFor() throws IOException {
        // A shell can't catch what was ignored when it started, as in builds in the background.
        var process =
                start(
                        "exec env --default-signal=INT sh -c"
                                + " \"trap 'echo interrupted; exit' INT; echo ready;"
                                + " while :; do sleep 0.05; done\"",
                        StopSignal.INT);
        await().until(() -> Files.readString(log()).contains("ready"));
        DetachedProcess.find(pidFile()).orElseThrow().stop(GRACE);
        assertThat(process.isAlive()).isFalse();
        assertThat(log()).content().contains("interrupted");
    }

    @Test
    void isKilledWhenItDoesNotStopInTime() {
        var process =
                start("trap '' TERM; echo ready; while :; do sleep 0.05; done", StopSignal.TERM);
        await().until(() -> Files.readString(log()).contains("ready"));
        process.stop(Duration.ofMillis(200));
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void keepsItsPidFileWhenItIsKilled() {
        var process = start("exec sleep 60", StopSignal.TERM);
        process.kill();
        assertThat(process.isAlive()).isFalse();
        assertThat(pidFile()).exists();
        assertThat(DetachedProcess.find(pidFile())).isEmpty();
    }

    @Test
    void isNotMistakenForALaterProcessWithItsPid() throws IOException {
        var process = start("exec sleep 60", StopSignal.TERM);
        var remembered = Files.readString(pidFile());
        Files.writeString(pidFile(), remembered.replaceAll("(?m)^identity=.*$", "identity=other"));
        assertThat(DetachedProcess.find(pidFile())).isEmpty();
        process.kill();
    }

    @Test
    void treatsATornPidFileAsNone() throws IOException {
        Files.writeString(pidFile(), "name=it\npid=12");
        assertThat(DetachedProcess.find(pidFile())).isEmpty();
        assertThat(DetachedProcess.find(folder.resolve("none"))).isEmpty();
    }

    @Test
    void reportsAFolderThatCannotBeUsed() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        var launch =
                new Launch(
                        "it",
                        List.of("true"),
                        Map.of(),
                        folder.resolve("file").resolve("below"),
                        log());
        assertThatThrownBy(() -> DetachedProcess.start(launch, pidFile()))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void hidesTheEnvironmentOfALaunch() {
        var launch = new Launch("it", List.of("true"), Map.of("KEY", "secret"), folder, log());
        assertThat(launch.toString()).doesNotContain("secret");
    }

    private DetachedProcess start(String script, StopSignal signal) {
        var launch =
                new Launch(
                        "it",
                        List.of("/bin/sh", "-c", script),
                        Map.of("GREETING", "hello"),
                        folder,
                        log(),
                        signal);
        return DetachedProcess.start(launch, pidFile());
    }

    private static Path proc(long pid, String file) {
        return Path.of("/proc", Long.toString(pid), file);
    }

    private Path pidFile() {
        return folder.resolve("it.pid");
    }

    private Path log() {
        return folder.resolve("it.out");
    }
}
