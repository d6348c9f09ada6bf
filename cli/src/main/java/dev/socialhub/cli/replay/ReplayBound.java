package dev.socialhub.cli.replay;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.TypedTime;
import java.time.Clock;
import java.time.Instant;

/** Where a replay begins or ends: at an offset of every partition, or at a time. */
sealed interface ReplayBound {
    record AtOffset(long offset) implements ReplayBound {}

    record AtTime(Instant time) implements ReplayBound {}

    /**
     * A text of digits is an offset.
     *
     * @throws OperatorError (wrong usage) if it is neither
     */
    static ReplayBound parse(String text, Clock clock) {
        if (!text.matches("\\d+")) {
            return new AtTime(TypedTime.parse(text, clock));
        }
        try {
            return new AtOffset(Long.parseLong(text));
        } catch (NumberFormatException tooLong) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "'" + text + "' isn't an offset",
                    "give one of at most 18 digits",
                    tooLong);
        }
    }
}
