package dev.socialhub.e2e.survival;

import dev.socialhub.e2e.PlatformUnderTest;
import dev.socialhub.testkit.fault.Pause;
import dev.socialhub.testkit.history.OperationHistory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Injects a fault into one process after the other at random moments, and lets the operator's
 * command repair it. The same seed chooses the same faults and the same pause before each.
 */
final class Nemesis {

    private static final List<String> TARGETS =
            List.of(
                    "auth",
                    "users",
                    "posts",
                    "notifications",
                    "chat",
                    "gateway",
                    "kafka",
                    "postgres",
                    "redis",
                    "mongodb");

    private final PlatformUnderTest platform;
    private final OperationHistory history;
    private final Random random;
    private final Deque<String> next = new ArrayDeque<>();

    Nemesis(PlatformUnderTest platform, OperationHistory history, long seed) {
        this.platform = platform;
        this.history = history;
        random = new Random(seed);
    }

    /** Continues for this long; the last fault is repaired when it returns. */
    List<Fault> rage(Duration length) {
        List<Fault> faults = new ArrayList<>();
        long end = System.nanoTime() + length.toNanos();
        do {
            Moments.pass(between(500, 3_000));
            faults.add(strike());
        } while (System.nanoTime() < end);
        return faults;
    }

    private Fault strike() {
        Fault.Kind kind = kind();
        String target = kind == Fault.Kind.CRASH ? "everything" : target();
        Duration hold = between(2_000, 4_000);
        OperationHistory.Call call =
                history.invoke("nemesis", kind.name().toLowerCase(Locale.ROOT), target);
        switch (kind) {
            case KILL -> platform.kill(target);
            case PAUSE -> {
                try (Pause _ = platform.pause(target)) {
                    Moments.pass(hold);
                }
            }
            case CRASH -> platform.killAll();
        }
        long begin = System.nanoTime();
        platform.up();
        Duration repair = Duration.ofNanos(System.nanoTime() - begin);
        call.ok("repaired in " + repair.toMillis() + " ms");
        return new Fault(kind, target, repair);
    }

    private Fault.Kind kind() {
        return switch (random.nextInt(10)) {
            case 0 -> Fault.Kind.CRASH;
            case 1, 2 -> Fault.Kind.PAUSE;
            default -> Fault.Kind.KILL;
        };
    }

    /** Chooses targets in rounds, so that a longer run covers every process. */
    private String target() {
        if (next.isEmpty()) {
            List<String> round = new ArrayList<>(TARGETS);
            Collections.shuffle(round, random);
            next.addAll(round);
        }
        return next.removeFirst();
    }

    private Duration between(long least, long most) {
        return Duration.ofMillis(random.nextLong(least, most));
    }
}
