package dev.socialhub.cli.events;

import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.StoredRecord;
import dev.socialhub.cli.bus.StoredRecord.RecordHeader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records as they may be stored on a bus. */
final class Samples {
    /** Made at {@link #MADE}. */
    static final String ID = "019b7c92-7d88-7000-8000-000000000001";

    static final Instant MADE = Instant.ofEpochMilli(0x019b7c927d88L);

    private Samples() {}

    static StoredRecord event(String topic, int partition, long offset, String... headers) {
        return record(
                topic,
                partition,
                offset,
                """
                {"specversion":"1.0","id":"%s","type":"post.created","source":"/posts",\
                "subject":"a","time":"2026-01-02T03:04:05Z",\
                "traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",\
                "data":{"content":"hi \\u001b[2J"}}\
                """
                        .formatted(ID),
                headers);
    }

    /**
     * @param headers names and values alternately
     */
    // The compiler loses the annotation of an array on its way into a record's constructor.
    @SuppressWarnings("NullAway")
    static StoredRecord record(
            String topic, int partition, long offset, @Nullable String value, String... headers) {
        List<RecordHeader> pairs = new ArrayList<>();
        List<String> words = Arrays.asList(headers);
        for (int i = 0; i < words.size(); i += 2) {
            pairs.add(new RecordHeader(words.get(i), bytes(words.get(i + 1))));
        }
        return new StoredRecord(
                new Partition(topic, partition),
                offset,
                MADE.plusSeconds(1),
                bytes("the key"),
                value == null ? null : bytes(value),
                pairs);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
