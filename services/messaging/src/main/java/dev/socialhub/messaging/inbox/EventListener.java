package dev.socialhub.messaging.inbox;

import io.micronaut.configuration.kafka.ConsumerAware;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * A consumer group as micronaut-kafka sees it. Extend it once for each {@link EventConsumer}, with
 * {@link GroupListener} on the class, and override {@link #receive} to put the library's
 * {@code @Topic} on it, with the live topics and their replay topics. A group or topics that differ
 * from the consumer's own keep the service from starting.
 */
public abstract class EventListener
        implements ConsumerAware<byte[], byte[]>, ConsumerRebalanceListener {

    private final BatchDelivery delivery;

    protected EventListener(EventConsumer consumer, BatchDeliveries deliveries) {
        this.delivery = deliveries.to(consumer);
    }

    /** Records of all partitions that this instance has, those of each partition in order. */
    protected void receive(ConsumerRecords<byte[], byte[]> records) {
        delivery.deliver(records);
    }

    BatchDelivery delivery() {
        return delivery;
    }

    @Override
    public void setKafkaConsumer(Consumer<byte[], byte[]> client) {
        delivery.begin(client);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        delivery.assigned(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        delivery.revoked(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        delivery.lost(partitions);
    }
}
