package dev.socialhub.cli.copy;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.platform.Polling;
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
    private final Duration patience;
    private final Map<Partition, Long> ends = new TreeMap<>();
    private long looked = System.nanoTime();

    GroupProgress(
            Bus bus,
            List<String> groups,
            ProgressDisplay progress,
            Duration between,
            Duration patience) {
        this.bus = bus;
        this.groups = List.copyOf(groups);
        this.progress = progress;
        this.between = between;
        this.patience = patience;
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
     * @param wanted ends the waiting when it is no longer true
     */
    void holdBack(long most, BooleanSupplier wanted) {
        if (System.nanoTime() - looked < between.toNanos()) {
            return;
        }
        for (String group : groups) {
            awaitAtMost(group, most, "is %,d records behind: waits for it", wanted);
        }
        looked = System.nanoTime();
    }

    /**
     * Waits until every group has handled what was written.
     *
     * @return false when the waiting was ended early
     * @throws OperatorError (timed out) if a group makes no progress for a minute
     */
    public boolean awaitAll(BooleanSupplier wanted) {
        for (String group : groups) {
            if (!awaitAtMost(group, 0, "has %,d records to handle", wanted)) {
                return false;
            }
            progress.done(group, "has handled all of it");
        }
        return true;
    }

    private boolean awaitAtMost(String group, long most, String news, BooleanSupplier wanted) {
        long best = Long.MAX_VALUE;
        long since = System.nanoTime();
        while (wanted.getAsBoolean()) {
            long behind = bus.behind(group, ends);
            if (behind <= most) {
                return true;
            }
            if (behind < best) {
                best = behind;
                since = System.nanoTime();
                progress.running(group, String.format(Locale.ROOT, news, behind));
            } else if (System.nanoTime() - since > patience.toNanos()) {
                progress.failed(group, "gets nowhere");
                throw new OperatorError(
                        ExitCode.TIMED_OUT,
                        "%s has %,d records before it and handles none".formatted(group, behind),
                        "socialhubctl verify --stage 3");
            }
            Polling.pause(between);
        }
        return false;
    }
}
