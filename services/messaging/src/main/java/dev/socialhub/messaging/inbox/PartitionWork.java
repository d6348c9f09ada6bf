package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventCodec;
import dev.socialhub.contracts.event.MalformedEvent;
import dev.socialhub.shared.web.RequestContext;
import dev.socialhub.shared.web.Traceparent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Brings the records of one partition to their consumer: as a batch, or one by one after an error.
 */
final class PartitionWork {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionWork.class);
    private static final int TRIES = 5;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final EventConsumer consumer;
    private final EventCodec codec;
    private final DeadLetters deadLetters;
    private final InboxMetrics metrics;

    PartitionWork(
            EventConsumer consumer,
            EventCodec codec,
            DeadLetters deadLetters,
            InboxMetrics metrics) {
        this.consumer = consumer;
        this.codec = codec;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /**
     * Handles the records in order.
     *
     * @return the offset to go on from; less than the end when a transient error stopped the work
     */
    long handle(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
        long end = records.getLast().offset() + 1;
        try {
            List<ReceivedEvent> events = new ArrayList<>(records.size());
            for (ConsumerRecord<byte[], byte[]> record : records) {
                read(record).ifPresent(events::add);
            }
            deliver(events);
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
                    putAside(record, e);
                    return;
                }
                Thread.sleep(BETWEEN_TRIES.multipliedBy(attempt));
            }
        }
    }

    private void putAside(ConsumerRecord<byte[], byte[]> record, RuntimeException error)
            throws InterruptedException {
        LOG.error(
                "{} can't handle {}-{}@{}; it goes to the dead-letter topic",
                consumer.group(),
                record.topic(),
                record.partition(),
                record.offset(),
                error);
        deadLetters.put(record, error.getClass().getSimpleName() + ": " + error.getMessage());
        metrics.putAside();
    }

    private void deliver(List<ReceivedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        String traceId = events.size() == 1 ? traceId(events.getFirst().event()) : null;
        if (traceId != null) {
            MDC.put(RequestContext.TRACE_ID, traceId);
        }
        long begun = System.nanoTime();
        try {
            consumer.handle(events);
            metrics.handled(events);
        } finally {
            metrics.took(System.nanoTime() - begun);
            MDC.remove(RequestContext.TRACE_ID);
        }
    }

    private static @Nullable String traceId(Event event) {
        return Traceparent.traceId(event.traceparent());
    }

    private Optional<ReceivedEvent> read(ConsumerRecord<byte[], byte[]> record) {
        if (!Addressees.include(record, consumer.group(), consumer.replayPolicy())) {
            return Optional.empty();
        }
        if (record.value() == null) {
            throw new MalformedEvent("no value", null);
        }
        boolean replayed = Addressees.replayTo(record, consumer.group());
        return codec.decode(record.value()).map(event -> new ReceivedEvent(event, replayed));
    }

    private long postponed(ConsumerRecord<byte[], byte[]> record, RuntimeException error) {
        LOG.warn(
                "{} will try {}-{}@{} again: {}",
                consumer.group(),
                record.topic(),
                record.partition(),
                record.offset(),
                error.toString());
        metrics.retried();
        return record.offset();
    }
}
