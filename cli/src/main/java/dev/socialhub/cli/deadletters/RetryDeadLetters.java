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

    private final DeadLetterTopic box;
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
            DeadLetterTopic box,
            @Nullable String key,
            Bus bus,
            Source source,
            Function<Collection<String>, Map<Partition, Range>> rangesOf) {
        this.box = box;
        this.key = key;
        this.bus = bus;
        this.source = source;
        this.rangesOf = rangesOf;
        this.planned = rangesOf.apply(List.of(box.topic()));
    }

    DeadLetterTopic box() {
        return box;
    }

    RetryPlan plan() {
        RetryPlan.Count count = new RetryPlan.Count();
        source.read(
                planned,
                letter -> {
                    if (isMeant(letter)) {
                        count.add(letter);
                    }
                    return true;
                });
        return count.result(box, key == null);
    }

    /**
     * @param wanted ends the work when it is no longer true
     * @return whether all was written; otherwise the dead letters are kept, and may be retried
     */
    boolean write(CopyRecords copying, BooleanSupplier wanted) {
        boolean all = copying.copy(planned, this::copy, (_, _, _) -> {}, wanted);
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
        rangesOf.apply(List.of(box.topic()))
                .forEach((partition, now) -> {
                    Range before = planned.getOrDefault(partition, new Range(0, 0));
                    since.put(partition, new Range(Math.max(now.from(), before.to()), now.to()));
                });
        Set<String> back = new HashSet<>();
        source.read(
                since,
                letter -> {
                    back.add(origin(letter));
                    return true;
                });
        back.retainAll(retried);
        return back.size();
    }

    private boolean isMeant(StoredRecord letter) {
        return key == null || key.equals(letter.keyText());
    }

    private Optional<Copy> copy(StoredRecord letter) {
        if (!isMeant(letter)) {
            return Optional.empty();
        }
        String origin = origin(letter);
        retried.add(origin);
        List<RecordHeader> headers =
                new ArrayList<>(
                        letter.headers().stream()
                                .filter(header -> !OWN_HEADERS.contains(header.name()))
                                .toList());
        headers.add(header(EventHeaders.RETRY_GROUP, box.group()));
        headers.add(header(EventHeaders.DEAD_LETTER_ORIGIN, origin));
        return Optional.of(
                new Copy(box.live().replayName(), null, letter.key(), letter.value(), headers));
    }

    /**
     * Where the record was first stored; for a record that was put there by hand, its place there.
     */
    private static String origin(StoredRecord letter) {
        return letter.header(EventHeaders.DEAD_LETTER_ORIGIN).orElseGet(letter::place);
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
