package dev.socialhub.cli.deadletters;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.bus.StoredRecord;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a dead-letter topic.
 *
 * @param oldest when the first dead letter was stored
 * @param reasons how many dead letters there are for each kind of reason
 */
@JsonPropertyOrder({"topic", "group", "letters", "oldest", "newest", "reasons"})
record DeadLetterSummary(
        String topic,
        String group,
        long letters,
        @Nullable String oldest,
        @Nullable String newest,
        Map<String, Long> reasons) {

    /** Such as {@code 2 MalformedEvent, 1 DataAccessException}. */
    String reasonsInWords() {
        return reasons.entrySet().stream()
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Counts dead letters as they are read. */
    static final class Count {
        private final DeadLetterTopic topic;
        private final Map<String, Long> reasons = new TreeMap<>();
        private @Nullable Instant oldest;
        private @Nullable Instant newest;
        private long letters;

        Count(DeadLetterTopic topic) {
            this.topic = topic;
        }

        /** Always true: all are counted. */
        boolean add(StoredRecord deadLetter) {
            letters++;
            reasons.merge(DeadLetter.kind(deadLetter), 1L, Long::sum);
            Instant time = deadLetter.time();
            oldest = oldest == null || time.isBefore(oldest) ? time : oldest;
            newest = newest == null || time.isAfter(newest) ? time : newest;
            return true;
        }

        DeadLetterSummary result() {
            return new DeadLetterSummary(
                    topic.topic(),
                    topic.group(),
                    letters,
                    oldest == null ? null : oldest.toString(),
                    newest == null ? null : newest.toString(),
                    new TreeMap<>(reasons));
        }
    }
}
