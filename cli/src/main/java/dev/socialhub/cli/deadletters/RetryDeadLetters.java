package dev.socialhub.cli.deadletters;

import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.bus.Bus.Partition;
import dev.socialhub.cli.bus.RecordReader.Range;
import dev.socialhub.cli.bus.RecordWriter.Copy;
import dev.socialhub.cli.bus.StoredRecord;
import dev.socialhub.cli.bus.StoredRecord.RecordHeader;
import dev.socialhub.cli.copy.CopyRecords;
import dev.socialhub.cli.copy.Source;
import dev.socialhub.contracts.event.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the dead letters of one topic to their group again, and removes them from there once Kafka
 * has the copies. Dead letters that arrive meanwhile are kept.
 */
final class RetryDeadLetters {
    private static final Set<String> OWN_HEADERS =
            Set.of(
                    EventHeaders.RETRY_GROUP,
                    EventHeaders.DEAD_LETTER_REASON,
                    EventHeaders.DEAD_LETTER_ORIGIN);

    private final DeadLetterTopic topic;
    private final @Nullable String key;
    private final Bus bus;
    private final Source source;
    private final Function<Collection<String>, Map<Partition, Range>> rangesOf;
    private final Map<Partition, Range> planned;
    private final Set<String> retried = new HashSet<>();

    /**
     * @param key of the dead letters to be retried; null for all
     * @param rangesOf where the partitions of topics begin and end
     */
    RetryDeadLetters(
            DeadLetterTopic topic,
            @Nullable String key,
            Bus bus,
            Source source,
            Function<Collection<String>, Map<Partition, Range>> rangesOf) {
        this.topic = topic;
        this.key = key;
        this.bus = bus;
        this.source = source;
        this.rangesOf = rangesOf;
        this.planned = rangesOf.apply(List.of(topic.topic()));
    }

    DeadLetterTopic topic() {
        return topic;
    }

    RetryPlan plan() {
        RetryPlan.Count count = new RetryPlan.Count();
        source.read(
                planned,
                deadLetter -> {
                    if (isSelected(deadLetter)) {
                        count.add(deadLetter);
                    }
                    return true;
                });
        return count.result(topic, key == null);
    }

    /**
     * @param keepRunning ends the work when it is no longer true
     * @return whether all was written; otherwise the dead letters are kept, and may be retried
     */
    boolean write(CopyRecords copying, BooleanSupplier keepRunning) {
        boolean all = copying.copy(planned, this::copy, (_, _, _) -> {}, keepRunning);
        if (all && key == null) {
            Map<Partition, Long> ends = new TreeMap<>();
            planned.forEach((partition, range) -> ends.put(partition, range.to()));
            bus.discard(ends);
        }
        return all;
    }

    long written() {
        return retried.size();
    }

    /** How many of the retried records have become dead letters again. */
    long cameBack() {
        Map<Partition, Range> since = new TreeMap<>();
        rangesOf.apply(List.of(topic.topic()))
                .forEach((partition, now) -> {
                    Range before = planned.getOrDefault(partition, new Range(0, 0));
                    since.put(partition, new Range(Math.max(now.from(), before.to()), now.to()));
                });
        Set<String> failedAgain = new HashSet<>();
        source.read(
                since,
                deadLetter -> {
                    failedAgain.add(origin(deadLetter));
                    return true;
                });
        failedAgain.retainAll(retried);
        return failedAgain.size();
    }

    private boolean isSelected(StoredRecord deadLetter) {
        return key == null || key.equals(deadLetter.keyText());
    }

    private Optional<Copy> copy(StoredRecord deadLetter) {
        if (!isSelected(deadLetter)) {
            return Optional.empty();
        }
        String origin = origin(deadLetter);
        retried.add(origin);
        List<RecordHeader> headers =
                new ArrayList<>(
                        deadLetter.headers().stream()
                                .filter(header -> !OWN_HEADERS.contains(header.name()))
                                .toList());
        headers.add(header(EventHeaders.RETRY_GROUP, topic.group()));
        headers.add(header(EventHeaders.DEAD_LETTER_ORIGIN, origin));
        return Optional.of(
                new Copy(
                        topic.live().replayName(),
                        null,
                        deadLetter.key(),
                        deadLetter.value(),
                        headers));
    }

    /**
     * Where the record was first stored; for a record that was put there by hand, its place there.
     */
    private static String origin(StoredRecord deadLetter) {
        return deadLetter.header(EventHeaders.DEAD_LETTER_ORIGIN).orElseGet(deadLetter::place);
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
