package dev.socialhub.cli.check;

import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs checks at the same time, and waits for none of them longer than the limit. */
public final class CheckRunner {
    private final Duration limit;
    private final String fixIfSlow;

    /**
     * @param fixIfSlow what to do about a check that doesn't end within the limit
     */
    public CheckRunner(Duration limit, String fixIfSlow) {
        this.limit = limit;
        this.fixIfSlow = fixIfSlow;
    }

    /** The results in the order of the checks. */
    public List<CheckResult> run(List<Check> checks) {
        List<Running<Finding>> running =
                checks.stream().map(check -> start(check.name(), check::examine)).toList();
        return running.stream().map(CheckRunner::result).toList();
    }

    /**
     * The same for checks of which some are known only later.
     *
     * @param name of the result that says why the later checks couldn't be determined
     * @param later checks that have to be determined first; they come last
     */
    public List<CheckResult> run(List<Check> checks, String name, Supplier<List<Check>> later) {
        Running<List<Check>> planned = start(name, later::get);
        List<CheckResult> results = new ArrayList<>(run(checks));
        try {
            results.addAll(run(planned.result()));
        } catch (OperatorError failure) {
            results.add(CheckResult.of(name, failed(failure), planned.taken()));
        }
        return results;
    }

    private static CheckResult result(Running<Finding> running) {
        Finding finding;
        try {
            finding = running.result();
        } catch (OperatorError failure) {
            finding = failed(failure);
        }
        return CheckResult.of(running.name(), finding, running.taken());
    }

    private static Finding failed(OperatorError failure) {
        if (failure.exitCode() == ExitCode.INTERRUPTED) {
            throw failure;
        }
        return Finding.fail(String.valueOf(failure.getMessage()), failure.fix());
    }

    /** A daemon: a thread that hangs in an unreachable network file system can't be interrupted. */
    private <T> Running<T> start(String name, Callable<T> work) {
        Timed<T> timed = new Timed<>(work);
        FutureTask<T> task = new FutureTask<>(timed);
        Thread.ofPlatform().daemon().name("check-" + name).start(task);
        return new Running<>(name, task, timed, System.nanoTime() + limit.toNanos(), this);
    }

    /** Work that measures its own duration, however long its result then waits for others. */
    private static final class Timed<T> implements Callable<T> {
        private final Callable<T> work;
        private final long begin = System.nanoTime();
        private volatile long end;

        Timed(Callable<T> work) {
            this.work = work;
        }

        @Override
        public T call() throws Exception {
            try {
                return work.call();
            } finally {
                end = System.nanoTime();
            }
        }

        Duration taken() {
            long until = end == 0 ? System.nanoTime() : end;
            return Duration.ofNanos(until - begin);
        }
    }

    private record Running<T>(
            String name, FutureTask<T> task, Timed<T> timed, long deadline, CheckRunner runner) {
        Duration taken() {
            return timed.taken();
        }

        /** Its result; every failure as an error with its fix. */
        T result() {
            try {
                long left = Math.max(0, deadline - System.nanoTime());
                return task.get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException slow) {
                task.cancel(true);
                throw new OperatorError(
                        ExitCode.TIMED_OUT,
                        "no answer within " + Amounts.duration(runner.limit),
                        runner.fixIfSlow,
                        slow);
            } catch (ExecutionException failure) {
                throw known(failure.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new OperatorError(ExitCode.INTERRUPTED, "interrupted", "", interrupted);
            }
        }

        private static OperatorError known(@Nullable Throwable cause) {
            if (cause instanceof OperatorError error) {
                return error;
            }
            if (cause instanceof Error broken) {
                throw broken;
            }
            return new OperatorError(
                    ExitCode.FAILED,
                    "can't be checked (" + cause + ")",
                    "correct that cause, then check again",
                    cause);
        }
    }
}
