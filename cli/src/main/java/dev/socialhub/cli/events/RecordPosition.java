package dev.socialhub.cli.events;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.bus.StoredRecord;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a record is stored on the bus.
 *
 * @param time when it was written, ISO-8601; null when that isn't known
 */
@JsonPropertyOrder({"topic", "partition", "offset", "time"})
record RecordPosition(String topic, int partition, long offset, @Nullable String time) {
    private static final Pattern SHAPE = Pattern.compile("(.+)[-/](\\d{1,9})@(\\d{1,18})");

    /** {@code POST_TOPIC-3@17} or {@code POST_TOPIC/3@17}; empty if the text is neither. */
    static Optional<RecordPosition> parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new RecordPosition(
                                parts.group(1),
                                Integer.parseInt(parts.group(2)),
                                Long.parseLong(parts.group(3)),
                                null))
                : Optional.empty();
    }

    static RecordPosition of(StoredRecord record) {
        return new RecordPosition(
                record.partition().topic(),
                record.partition().number(),
                record.offset(),
                record.time().toString());
    }

    /** {@code POST_TOPIC-3@17}. */
    String text() {
        return topic + "-" + partition + "@" + offset;
    }
}
