package dev.socialhub.cli.events;

import dev.socialhub.cli.bus.EventView;
import dev.socialhub.cli.bus.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of an event.
 *
 * @param text in lower case
 * @param made when it was made, if the id contains that: a UUIDv7 does
 */
record EventId(String text, Optional<Instant> made) {
    /** The clocks of the producer and of the bus may differ by this much. */
    private static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofMinutes(1);

    private static final Pattern UUID_SHAPE =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final int TIME_ORDERED = 7;

    /** Empty if the text is no UUID. */
    static Optional<EventId> parse(String text) {
        if (!UUID_SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        UUID id = UUID.fromString(text);
        Optional<Instant> made =
                id.version() == TIME_ORDERED
                        ? Optional.of(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
                        : Optional.empty();
        return Optional.of(new EventId(id.toString(), made));
    }

    /** No record of the event is older than this; empty if all records have to be searched. */
    Optional<Instant> earliest() {
        return made.map(time -> time.minus(MAX_CLOCK_DIFFERENCE));
    }

    /** Whether a record is this event, and not one that refers to it. */
    boolean isOf(StoredRecord record) {
        return mentionedIn(record)
                && EventView.of(record).filter(event -> event.id().equals(text)).isPresent();
    }

    /** Searched for as text first, since parsing JSON takes a hundred times as long. */
    private boolean mentionedIn(StoredRecord record) {
        byte[] value = record.value();
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        if (value == null) {
            return false;
        }
        for (int at = 0; at <= value.length - wanted.length; at++) {
            if (value[at] == wanted[0]
                    && Arrays.equals(value, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
