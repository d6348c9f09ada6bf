package dev.socialhub.e2e.survival;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Compares what is left with what was acknowledged. */
interface Check {

    /** How long the platform may take to work off what a run has left to do. */
    Duration CATCHING_UP = Duration.ofSeconds(90);

    /**
     * Looks once.
     *
     * @return what is wrong, each with enough detail to look for it in the history; empty if all is
     *     as it must be
     */
    List<String> violations();

    /** Looks again until nothing is wrong, or it has been wrong for too long. */
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
            // The caller reports what is wrong.
        }
        return last.get();
    }
}
