package dev.socialhub.loadtest.probe.bus;

import dev.socialhub.loadtest.probe.ProbeSkipped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Takes records on a thread of its own, and does nothing with them. */
final class RecordConsumer implements AutoCloseable {

    static final String THREAD = "kafka-take";

    private static final long WINDOW = 2_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = Thread.ofPlatform().name(THREAD).unstarted(this::consume);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition recordsArrived = lock.newCondition();
    private final AtomicReference<@Nullable KafkaException> failure = new AtomicReference<>();
    private long consumed;

    private RecordConsumer(Map<String, Object> client, String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        // One request for what gathers in ten milliseconds.
        settings.put("fetch.min.bytes", 64 * 1024);
        settings.put("fetch.max.wait.ms", 10);
        this.consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(topic, 0)));
    }

    static RecordConsumer of(Map<String, Object> client, String topic) {
        RecordConsumer recordConsumer = new RecordConsumer(client, topic);
        recordConsumer.thread.start();
        return recordConsumer;
    }

    private void consume() {
        try (consumer) {
            while (true) {
                int received = consumer.poll(Duration.ofSeconds(1)).count();
                if (received > 0) {
                    add(received);
                }
            }
        } catch (WakeupException closed) {
            return;
        } catch (KafkaException e) {
            failure.set(e);
            add(0);
        }
    }

    private void add(int received) {
        lock.lock();
        try {
            consumed += received;
            recordsArrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Limits the backlog while records are sent as fast as possible. */
    void awaitWindow(long sent) throws InterruptedException {
        await(sent - WINDOW);
    }

    /**
     * Returns when this number of records has been consumed.
     *
     * @throws ProbeSkipped if that takes too long
     */
    void await(long records) throws InterruptedException {
        long remaining = TIMEOUT.toNanos();
        lock.lock();
        try {
            while (consumed < records) {
                KafkaException failed = failure.get();
                if (failed != null) {
                    throw new ProbeSkipped("Kafka: " + failed.getMessage(), failed);
                }
                if (remaining <= 0) {
                    throw new ProbeSkipped(
                            "Kafka delivered %d of %d records".formatted(consumed, records));
                }
                remaining = recordsArrived.awaitNanos(remaining);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        thread.join();
    }
}
