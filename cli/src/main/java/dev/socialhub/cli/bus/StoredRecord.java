package dev.socialhub.cli.bus;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is stored on the bus.
 *
 * @param time when the broker or the producer says that it was written
 */
public record StoredRecord(
        Bus.Partition partition,
        long offset,
        Instant time,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<RecordHeader> headers) {
    public StoredRecord {
        headers = List.copyOf(headers);
    }

    /** A header; the same name may come several times. */
    public record RecordHeader(String name, byte @Nullable [] value) {
        public String text() {
            return value == null ? "" : new String(value, StandardCharsets.UTF_8);
        }
    }

    /** {@code TOPIC-PARTITION@OFFSET}. */
    public String place() {
        return partition.topic() + "-" + partition.number() + "@" + offset;
    }

    /** The key as text; empty for none. */
    public String keyText() {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    /** The last header of that name, as text. */
    public Optional<String> header(String name) {
        return headers.reversed().stream()
                .filter(header -> header.name().equals(name))
                .findFirst()
                .map(RecordHeader::text);
    }
}
