package dev.socialhub.cli.copy;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.concurrency.Polling;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** How far consumer groups have handled the records that are written for them. */
public final class GroupProgress {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Bus bus;
    private final List<String> groups;
    private final ProgressDisplay progress;
    private final Duration between;
    private final Duration timeout;
    private final Map<Partition, Long> ends = new TreeMap<>();
    private long lastCheck = System.nanoTime();

    GroupProgress(
            Bus bus,
            List<String> groups,
            ProgressDisplay progress,
            Duration between,
            Duration timeout) {
        this.bus = bus;
        this.groups = List.copyOf(groups);
        this.progress = progress;
        this.between = between;
        this.timeout = timeout;
    }

    /**
     * @param groups empty when no group is meant to read what is written
     */
    public static GroupProgress of(Bus bus, List<String> groups, ProgressDisplay progress) {
        return new GroupProgress(bus, groups, progress, POLL_INTERVAL, TIMEOUT);
    }

    /** The end of what was written, by partition. */
    public void wrote(Map<Partition, Long> written) {
        written.forEach((partition, end) -> ends.merge(partition, end, Math::max));
    }

    /**
     * Waits while any group is more than this many records behind; checks only from time to time.
     *
     * @param keepRunning ends the waiting when it is no longer true
     */
    void awaitBacklog(long most, BooleanSupplier keepRunning) {
        if (System.nanoTime() - lastCheck < between.toNanos()) {
            return;
        }
        for (String group : groups) {
            awaitAtMost(group, most, "is %,d records behind: waiting for it", keepRunning);
        }
        lastCheck = System.nanoTime();
    }

    /**
     * Waits until every group has handled what was written.
     *
     * @return false when the waiting was ended early
     * @throws OperatorError (timed out) if a group makes no progress for a minute
     */
    public boolean awaitAll(BooleanSupplier keepRunning) {
        for (String group : groups) {
            if (!awaitAtMost(group, 0, "has %,d records to handle", keepRunning)) {
                return false;
            }
            progress.done(group, "has handled all records");
        }
        return true;
    }

    private boolean awaitAtMost(
            String group, long most, String message, BooleanSupplier keepRunning) {
        long best = Long.MAX_VALUE;
        long since = System.nanoTime();
        while (keepRunning.getAsBoolean()) {
            long behind = bus.behind(group, ends);
            if (behind <= most) {
                return true;
            }
            if (behind < best) {
                best = behind;
                since = System.nanoTime();
                progress.running(group, String.format(Locale.ROOT, message, behind));
            } else if (System.nanoTime() - since > timeout.toNanos()) {
                progress.failed(group, "makes no progress");
                throw new OperatorError(
                        ExitCode.TIMED_OUT,
                        "%s is %,d records behind and handles none".formatted(group, behind),
                        "socialhubctl verify --stage 3");
            }
            Polling.pause(between);
        }
        return false;
    }
}
