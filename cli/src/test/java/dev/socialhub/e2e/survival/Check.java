package dev.socialhub.e2e.survival;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Compares the final state with what was acknowledged. */
interface Check {

    /** How long the platform may take to complete the work that a run has left. */
    Duration CATCHING_UP = Duration.ofSeconds(90);

    /**
     * Checks once.
     *
     * @return the violations, each with enough detail to find it in the history; empty if there are
     *     none
     */
    List<String> violations();

    /** Repeats the check until there is no violation, or the time is over. */
    default List<String> settled() {
        AtomicReference<List<String>> last = new AtomicReference<>(List.of());
        try {
            Awaitility.await()
                    .atMost(CATCHING_UP)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        last.set(violations());
                        return last.get().isEmpty();
                    });
        } catch (ConditionTimeoutException stillWrong) {
            // The caller reports the violations.
        }
        return last.get();
    }
}
