package dev.socialhub.messaging.inbox;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's client, with an observer of its polls. It asks Kafka for nothing before it is started.
 *
 * @param <K> keys
 * @param <V> values
 */
final class MeasuredConsumer<K, V> extends KafkaConsumer<K, V> {

    private final Metric answers;
    private final CountDownLatch started = new CountDownLatch(1);
    private volatile boolean wokenUp;
    private @Nullable PollObserver<K, V> observer;

    MeasuredConsumer(Properties settings, Deserializer<K> keys, Deserializer<V> values) {
        super(settings, keys, values);
        answers =
                metrics().values().stream()
                        .filter(metric -> metric.metricName().name().equals("fetch-total"))
                        .findFirst()
                        .orElseThrow();
    }

    /** Before the first poll. */
    void observe(PollObserver<K, V> observer) {
        this.observer = observer;
    }

    /** From now on polls bring records. */
    void start() {
        started.countDown();
    }

    @Override
    public ConsumerRecords<K, V> poll(Duration timeout) {
        if (!awaitStart(timeout)) {
            return ConsumerRecords.empty();
        }
        PollObserver<K, V> told = observer;
        if (told == null) {
            return super.poll(timeout);
        }
        told.beforePoll((Double) answers.metricValue());
        ConsumerRecords<K, V> records = super.poll(timeout);
        told.afterPoll(records);
        return records;
    }

    /** Reports a wake-up as a poll of Kafka does: the library ends its polling thread so. */
    private boolean awaitStart(Duration timeout) {
        try {
            boolean done = started.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (!done && wokenUp) {
                throw new WakeupException();
            }
            return done;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void wakeup() {
        wokenUp = true;
        super.wakeup();
    }
}
