package dev.socialhub.cli.groups;

import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.GroupPosition;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.TypedTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The position where a group is to continue, as an operator gives it. */
sealed interface NewPosition {
    Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}");

    /** The oldest record. */
    record Earliest() implements NewPosition {}

    /** Behind the newest record. */
    record Latest() implements NewPosition {}

    /** The first record that was written then or later. */
    record Since(Instant time) implements NewPosition {}

    /** An offset, the same in every partition. */
    record At(long offset) implements NewPosition {}

    /** This many offsets forwards or backwards. */
    record Moved(long by) implements NewPosition {}

    /**
     * Parses the text.
     *
     * @throws OperatorError (wrong usage) if it is invalid
     */
    static NewPosition parse(String text, Clock clock) {
        if (text.equals("earliest")) {
            return new Earliest();
        }
        if (text.equals("latest")) {
            return new Latest();
        }
        if (NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            boolean signed = text.startsWith("+") || text.startsWith("-");
            return signed ? new Moved(number) : new At(number);
        }
        try {
            return new Since(TypedTime.parse(text, clock));
        } catch (OperatorError invalid) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "'" + Printable.line(text) + "' is not a position",
                    "give earliest, latest, a time, an age such as 1h, an offset, +N or -N",
                    invalid);
        }
    }

    /** The time that has to be looked up first, if the position is a time. */
    default Optional<Instant> lookedUp() {
        return this instanceof Since since ? Optional.of(since.time()) : Optional.empty();
    }

    /**
     * The offset in one partition; always within the partition's range.
     *
     * @param since the first offset of that time, where one was looked up
     */
    default long in(GroupPosition now, Map<Partition, Long> since) {
        long from = now.range().from();
        long to = now.range().to();
        long wanted =
                switch (this) {
                    case Earliest() -> from;
                    case Latest() -> to;
                    case Since _ -> since.getOrDefault(now.partition(), to);
                    case At(long offset) -> offset;
                    case Moved(long by) -> now.next() + by;
                };
        return Math.clamp(wanted, from, Math.max(from, to));
    }
}
