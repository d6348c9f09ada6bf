package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.EventCodec;
import dev.socialhub.contracts.event.MalformedEvent;
import dev.socialhub.shared.log.LoggableError;
import dev.socialhub.shared.trace.Spans;
import dev.socialhub.shared.trace.TraceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings records to their consumer: those of all partitions as one batch; after an error those of
 * one partition; after another one by one.
 *
 * <p>A transient error ({@link TransientErrors}) is never given up: {@link BatchDelivery} pauses
 * the partition for 100 ms, doubling to 2 s ({@link PausedPartitions}), while the others go on. Any
 * other error is tried five times within half a second, a malformed event once; then the event
 * becomes a dead letter.
 */
final class PartitionWork {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionWork.class);
    private static final int TRIES = 5;
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(50);

    private final EventConsumer consumer;
    private final EventCodec codec;
    private final DeadLetters deadLetters;
    private final InboxMetrics metrics;
    private final HandlingSpans spans;

    PartitionWork(
            EventConsumer consumer,
            EventCodec codec,
            DeadLetters deadLetters,
            InboxMetrics metrics,
            Spans spans) {
        this.consumer = consumer;
        this.codec = codec;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.spans = new HandlingSpans(spans, consumer.group());
    }

    /**
     * Handles records of several partitions at once, those of each in order.
     *
     * @return false when that failed and changed nothing: each partition is to be tried by itself
     */
    boolean handledTogether(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        try {
            deliver(read(records));
            return true;
        } catch (RuntimeException e) {
            LOG.debug("{} can't handle a batch of several partitions", consumer.group(), e);
            return false;
        }
    }

    /**
     * Handles the records in order.
     *
     * @return the offset to go on from; less than the end when a transient error stopped the work
     */
    long handle(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
        long end = records.getLast().offset() + 1;
        try {
            deliver(read(records));
            return end;
        } catch (RuntimeException e) {
            if (TransientErrors.isTransient(e, consumer)) {
                return postponed(records.getFirst(), e);
            }
            return oneByOne(records);
        }
    }

    private long oneByOne(List<ConsumerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                handleOne(record);
            } catch (RuntimeException e) {
                if (TransientErrors.isTransient(e, consumer)) {
                    return postponed(record, e);
                }
                throw e;
            }
        }
        return records.getLast().offset() + 1;
    }

    private void handleOne(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                Optional<ReceivedEvent> event = read(record);
                if (event.isPresent()) {
                    deliver(List.of(event.get()));
                }
                return;
            } catch (RuntimeException e) {
                if (TransientErrors.isTransient(e, consumer)) {
                    throw e;
                }
                if (attempt == TRIES || e instanceof MalformedEvent) {
                    sendToDeadLetters(record, e);
                    return;
                }
                Thread.sleep(RETRY_INTERVAL.multipliedBy(attempt));
            }
        }
    }

    private void sendToDeadLetters(ConsumerRecord<byte[], byte[]> record, RuntimeException error)
            throws InterruptedException {
        logInTrace(
                record,
                () ->
                        LOG.error(
                                "{} can't handle {}-{}@{}; it goes to the dead-letter topic",
                                consumer.group(),
                                record.topic(),
                                record.partition(),
                                record.offset(),
                                LoggableError.of(error)));
        deadLetters.put(
                consumer.group(),
                record,
                error.getClass().getSimpleName() + ": " + error.getMessage());
        metrics.deadLettered();
    }

    private void deliver(List<ReceivedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        long begun = System.nanoTime();
        try {
            spans.around(events, consumer::handle);
            metrics.handled(events);
        } finally {
            metrics.took(System.nanoTime() - begun);
        }
    }

    private List<ReceivedEvent> read(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<ReceivedEvent> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            read(record).ifPresent(events::add);
        }
        return events;
    }

    private Optional<ReceivedEvent> read(ConsumerRecord<byte[], byte[]> record) {
        if (!Addressees.include(record, consumer.group(), consumer.replayPolicy())) {
            return Optional.empty();
        }
        if (record.value() == null) {
            throw new MalformedEvent("no value", null);
        }
        boolean replayed = Addressees.replayTo(record, consumer.group());
        TraceContext sender = HandlingSpans.sender(record);
        return codec.decode(record.value())
                .map(event ->
                        new ReceivedEvent(
                                event,
                                replayed,
                                sender == null ? TraceContext.parse(event.traceparent()) : sender));
    }

    private long postponed(ConsumerRecord<byte[], byte[]> record, RuntimeException error) {
        logInTrace(
                record,
                () ->
                        LOG.warn(
                                "{} will try {}-{}@{} again: {}",
                                consumer.group(),
                                record.topic(),
                                record.partition(),
                                record.offset(),
                                error.toString()));
        metrics.retried();
        return record.offset();
    }

    /** In the record's trace, as far as its header tells one. */
    private static void logInTrace(ConsumerRecord<byte[], byte[]> record, Runnable logCall) {
        TraceContext sender = HandlingSpans.sender(record);
        if (sender == null) {
            logCall.run();
        } else {
            sender.run(logCall);
        }
    }
}
