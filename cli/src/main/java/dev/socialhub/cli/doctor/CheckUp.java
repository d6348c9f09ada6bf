package dev.socialhub.cli.doctor;

import dev.socialhub.cli.doctor.DoctorReport.Entry;
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

/** Runs checks at the same time, and waits for none of them longer than the limit. */
final class CheckUp {
    private final Duration limit;

    CheckUp(Duration limit) {
        this.limit = limit;
    }

    /**
     * @param checks those that are known
     * @param ports those that have to be found out first
     */
    DoctorReport run(List<Check> checks, Supplier<List<Check>> ports) {
        Running<List<Check>> planned = start("ports", ports::get);
        List<Entry> entries = new ArrayList<>(all(checks));
        try {
            entries.addAll(all(planned.result()));
        } catch (OperatorError failure) {
            entries.add(Entry.of("ports", failed(failure)));
        }
        return DoctorReport.of(entries);
    }

    private List<Entry> all(List<Check> checks) {
        List<Running<Finding>> running =
                checks.stream().map(check -> start(check.name(), check::examine)).toList();
        return running.stream().map(one -> Entry.of(one.name(), finding(one))).toList();
    }

    private static Finding finding(Running<Finding> running) {
        try {
            return running.result();
        } catch (OperatorError failure) {
            return failed(failure);
        }
    }

    private static Finding failed(OperatorError failure) {
        if (failure.exitCode() == ExitCode.INTERRUPTED) {
            throw failure;
        }
        return Finding.fail(String.valueOf(failure.getMessage()), failure.fix());
    }

    /** A daemon: a thread that hangs in a dead network's file system can't be interrupted. */
    private <T> Running<T> start(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("check-" + name).start(task);
        return new Running<>(name, task, System.nanoTime() + limit.toNanos(), limit);
    }

    private record Running<T>(String name, FutureTask<T> task, long deadline, Duration limit) {
        /** Its result; every failure as an error with its fix. */
        T result() {
            try {
                long left = Math.max(0, deadline - System.nanoTime());
                return task.get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException slow) {
                task.cancel(true);
                throw new OperatorError(
                        ExitCode.TIMED_OUT,
                        "no answer within " + Amounts.duration(limit),
                        "look for a disk or a file system that hangs (`dmesg | tail`)",
                        slow);
            } catch (ExecutionException failure) {
                throw known(failure.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new OperatorError(ExitCode.INTERRUPTED, "interrupted", "", interrupted);
            }
        }

        private static OperatorError known(Throwable cause) {
            if (cause instanceof OperatorError error) {
                return error;
            }
            if (cause instanceof Error broken) {
                throw broken;
            }
            return new OperatorError(
                    ExitCode.FAILED,
                    "can't be checked (" + cause + ")",
                    "repair what is named there, then look again",
                    cause);
        }
    }
}
