package dev.socialhub.loadtest.probe.bus;

import dev.socialhub.loadtest.probe.CpuTimes;
import dev.socialhub.loadtest.probe.ProbeSkipped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends records of an event's size as an outbox does: acknowledged by all, and never doubled. */
final class RecordSender implements AutoCloseable {

    private static final byte[] RECORD = new byte[400];

    /** How Kafka's client calls its thread. */
    private static final String THREAD = "kafka-producer";

    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private long sent;
    private long sendingNanos;

    RecordSender(Map<String, Object> client, String topic) {
        this.topic = topic;
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("max.in.flight.requests.per.connection", 1);
        settings.put("linger.ms", 2);
        settings.put("max.block.ms", 10_000);
        settings.put("request.timeout.ms", 10_000);
        settings.put("delivery.timeout.ms", 20_000);
        this.producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void send() {
        long before = CpuTimes.ofThisThread();
        try {
            var _ =
                    producer.send(
                            new ProducerRecord<>(topic, RECORD),
                            (_, error) -> failure.compareAndSet(null, error));
        } catch (KafkaException refused) {
            throw new ProbeSkipped("Kafka: " + refused.getMessage(), refused);
        }
        sendingNanos += CpuTimes.ofThisThread() - before;
        sent++;
    }

    /** Returns when Kafka has acknowledged all records. */
    void flush() {
        producer.flush();
        Exception first = failure.get();
        if (first != null) {
            throw new ProbeSkipped("Kafka: " + first.getMessage(), first);
        }
    }

    /** Records so far. */
    long sent() {
        return sent;
    }

    /** Of handing over and of the client's own thread, so far. */
    long cpuNanos() {
        return sendingNanos + CpuTimes.of(ProcessHandle.current().pid(), THREAD);
    }

    @Override
    public void close() {
        producer.close();
    }
}
