package dev.socialhub.cli.lifecycle;

import dev.socialhub.cli.concurrency.Polling;
import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Platform;
import dev.socialhub.cli.process.PlatformLock;
import dev.socialhub.cli.process.ProcessLauncher;
import dev.socialhub.cli.process.StopPlatform;
import dev.socialhub.cli.status.InspectPlatform;
import dev.socialhub.cli.status.ProcessStatus;
import dev.socialhub.cli.status.ProcessStatus.State;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.cli.training.CacheMaker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An {@code up} that stays in the foreground: it reports when a process changes its state, and
 * stops all of them on Ctrl-C (or when the terminal is closed).
 */
final class Foreground {
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);

    private final Platform platform;
    private final Terminal terminal;
    private final ProcessLauncher launcher = new ProcessLauncher();

    private volatile boolean stopping;
    private volatile boolean lockHeld = true;
    private volatile boolean leaving;

    Foreground(Platform platform, Terminal terminal) {
        this.platform = platform;
        this.terminal = terminal;
    }

    ProcessLauncher launcher() {
        return launcher;
    }

    /**
     * Begins to handle interrupts: an interrupt stops everything, and the JVM then exits with 130.
     */
    void stopAllAtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "stop-all"));
    }

    /** The start is over and its lock is released. */
    void started() {
        lockHeld = false;
    }

    /** This process may end without stopping the others. */
    void leaveRunning() {
        leaving = !stopping;
    }

    /** Returns when all processes were stopped by another command. */
    int watch(List<Component> components) {
        terminal.say("Running. Ctrl-C stops everything.");
        InspectPlatform inspect = InspectPlatform.of(platform.home());
        Map<String, State> known = new HashMap<>();
        while (true) {
            List<ProcessStatus> now = inspect.inspect(components).processes();
            if (now.stream().allMatch(process -> process.state() == State.stopped)) {
                leaveRunning();
                terminal.say("Everything was stopped by another command.");
                return ExitCode.DONE;
            }
            now.forEach(
                    process -> reportChange(process, known.put(process.name(), process.state())));
            Polling.pause(POLL_INTERVAL);
        }
    }

    private void reportChange(ProcessStatus process, @Nullable State before) {
        if (before == process.state() || (before == null && process.state() == State.running)) {
            return;
        }
        String hint =
                switch (process.state()) {
                    case running -> "";
                    case stopped -> "";
                    case dead -> ": `socialhubctl up --detach` starts it again";
                    case unhealthy -> ": see `socialhubctl logs " + process.name() + "`";
                };
        terminal.say(process.name() + " is " + process.state() + hint);
    }

    private void stopAll() {
        if (leaving) {
            return;
        }
        stopping = true;
        launcher.close();
        terminal.say("");
        terminal.say("Stopping everything…");
        if (lockHeld) {
            stopStarted();
            return;
        }
        try (PlatformLock _ = PlatformLock.take(platform.home().lock())) {
            stopStarted();
        } catch (OperatorError locked) {
            terminal.say("socialhubctl: " + locked.line());
        }
    }

    private void stopStarted() {
        new CacheMaker(platform.installation()).stop();
        try (ProgressDisplay progress = ProgressDisplay.on(terminal)) {
            new StopPlatform(platform.home(), platform.components(), progress).stop();
        }
    }
}
