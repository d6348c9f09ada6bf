package dev.socialhub.cli.process;

import dev.socialhub.backing.BackingFailure;
import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.backing.process.Launch;
import dev.socialhub.cli.concurrency.Polling;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.logs.LogTail;
import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Component.Health;
import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Brings one process to the state "ready". */
public final class StartProcess {
    private static final int TAIL_LINES = 12;

    /** The time that even a process that has run for long gets to answer. */
    private static final Duration MIN_TIMEOUT = Duration.ofSeconds(15);

    private final HomeFolder home;
    private final ProcessLauncher launcher;
    private final Duration limit;
    private final UnaryOperator<Launch> finish;
    private final ProgressDisplay progress;

    /**
     * @param limit how long a process may take from its launch until it is ready
     * @param finish makes the last changes to how a process is launched
     */
    public StartProcess(
            HomeFolder home,
            ProcessLauncher launcher,
            Duration limit,
            UnaryOperator<Launch> finish,
            ProgressDisplay progress) {
        this.home = home;
        this.launcher = launcher;
        this.limit = limit;
        this.finish = finish;
        this.progress = progress;
    }

    /** Empty when the process is ready, otherwise what went wrong. */
    public Optional<OperatorError> attempt(Component component) {
        try {
            start(component);
            return Optional.empty();
        } catch (BackingFailure failure) {
            return failed(
                    component,
                    new OperatorError(
                            ExitCode.FAILED,
                            String.valueOf(failure.getMessage()),
                            failure.fix(),
                            failure));
        } catch (OperatorError error) {
            return failed(component, error);
        } catch (UncheckedIOException failure) {
            return failed(
                    component,
                    new OperatorError(
                            ExitCode.FAILED,
                            component.name() + " can't be started: " + failure.getMessage(),
                            "see the cause with --debug",
                            failure));
        }
    }

    private Optional<OperatorError> failed(Component component, OperatorError error) {
        // After an interrupt every process is ended on purpose.
        if (!launcher.isClosed()) {
            progress.failed(component.name(), "failed");
        }
        return Optional.of(error);
    }

    private void start(Component component) {
        String name = component.name();
        Instant begin = Instant.now();
        Optional<DetachedProcess> running = home.process(name);
        if (running.isPresent()) {
            if (component.health().good()) {
                progress.done(name, "already running");
                return;
            }
            Duration left = limit.minus(Duration.between(running.get().startedAt(), begin));
            progress.running(name, "waiting for its answer");
            awaitReady(component, running.get(), longer(left, MIN_TIMEOUT), begin);
            progress.done(name, "answers again");
            return;
        }
        progress.running(name, "preparing");
        component.prepare();
        progress.running(name, "starting");
        Launch launch = component.priority().of(finish.apply(component.launch()));
        DetachedProcess started = launcher.launch(launch, home.pidFile(name));
        awaitReady(component, started, limit, begin);
        String taken = Amounts.duration(Duration.between(begin, Instant.now()));
        progress.done(name, "ready in " + taken);
    }

    private void awaitReady(
            Component component, DetachedProcess process, Duration timeout, Instant begin) {
        Health[] last = {Health.down("no answer")};
        boolean settled =
                Polling.until(
                        timeout,
                        () -> {
                            last[0] = component.health();
                            return last[0].good() || !process.isAlive();
                        });
        // Whether it is dead comes first: another process may answer on the port of a process that
        // lost it.
        if (!process.isAlive()) {
            throw failure(
                    component,
                    ExitCode.FAILED,
                    component.name() + " ended while it was starting",
                    begin);
        }
        if (!settled) {
            throw failure(
                    component,
                    ExitCode.TIMED_OUT,
                    "%s (pid %d) isn't ready after %s (%s)"
                            .formatted(
                                    component.name(),
                                    process.pid(),
                                    Amounts.duration(timeout),
                                    last[0].text()),
                    begin);
        }
    }

    private OperatorError failure(
            Component component, int exitCode, String problem, Instant begin) {
        String name = component.name();
        List<String> tail =
                new LogTail(name, home.log(name), home.output(name)).since(begin, TAIL_LINES);
        String fix =
                exitCode == ExitCode.TIMED_OUT
                        ? "look at `socialhubctl logs %s`; then `socialhubctl down` and `up` again"
                                .formatted(name)
                        : "see `socialhubctl logs %s`, repair the cause, then `socialhubctl up`"
                                .formatted(name);
        return new OperatorError(exitCode, problem, fix, tail, null);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
