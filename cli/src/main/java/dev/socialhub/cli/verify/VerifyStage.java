package dev.socialhub.cli.verify;

import java.time.Duration;
import java.util.List;

/**
 * Checks that cost about the same.
 *
 * @param number from 1, the cheapest
 * @param name in one word, for {@code --only}
 * @param title for people
 * @param limit how long one of its checks may take
 * @param wholly whether it is left out unless all stages before it succeeded
 */
record VerifyStage(
        int number, String name, String title, Duration limit, boolean wholly, List<Step> steps) {
    VerifyStage {
        steps = List.copyOf(steps);
    }

    /** The same with some of its steps. */
    VerifyStage with(List<Step> some) {
        return new VerifyStage(number, name, title, limit, wholly, some);
    }
}
