package dev.socialhub.messaging.inbox;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's client, with an observer of its polls.
 *
 * @param <K> keys
 * @param <V> values
 */
final class MeasuredConsumer<K, V> extends KafkaConsumer<K, V> {

    private final Metric answers;
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

    @Override
    public ConsumerRecords<K, V> poll(Duration timeout) {
        PollObserver<K, V> told = observer;
        if (told == null) {
            return super.poll(timeout);
        }
        told.beforePoll((Double) answers.metricValue());
        ConsumerRecords<K, V> records = super.poll(timeout);
        told.afterPoll(records);
        return records;
    }
}
