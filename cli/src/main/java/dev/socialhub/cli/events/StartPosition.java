package dev.socialhub.cli.events;

import dev.socialhub.cli.bus.AllTopics;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.TypedTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The position where reading events begins. */
sealed interface StartPosition {
    Pattern BACK = Pattern.compile("-\\d{1,9}");

    /** At the oldest record. */
    record Oldest() implements StartPosition {}

    /** At the first record that was written at that time or later. */
    record Since(Instant time) implements StartPosition {}

    /** This many records before the end of each partition. */
    record Back(long records) implements StartPosition {}

    /**
     * Parses an operator's input.
     *
     * @param from null for the default: new events when following, otherwise all that exist
     * @throws OperatorError (wrong usage) if it is invalid
     */
    static StartPosition parse(@Nullable String from, boolean follow, Clock clock) {
        if (from == null) {
            return follow ? new Back(0) : new Oldest();
        }
        if (BACK.matcher(from).matches()) {
            return new Back(Long.parseLong(from.substring(1)));
        }
        try {
            return new Since(TypedTime.parse(from, clock));
        } catch (OperatorError invalid) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "'" + Printable.line(from) + "' is not a start position",
                    "give a time such as 2026-01-31T12:00:00Z, an age such as 1h, or -N",
                    invalid);
        }
    }

    /** The first offset in each partition. */
    default Map<Partition, Long> in(AllTopics topics, Map<Partition, Range> existing) {
        if (this instanceof Since since) {
            return topics.since(existing, since.time());
        }
        Map<Partition, Long> first = new TreeMap<>();
        existing.forEach((partition, range) -> {
            long at =
                    this instanceof Back back
                            ? Math.max(range.from(), range.to() - back.records())
                            : range.from();
            first.put(partition, at);
        });
        return first;
    }
}
