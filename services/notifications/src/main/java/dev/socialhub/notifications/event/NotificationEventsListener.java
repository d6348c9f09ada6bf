package dev.socialhub.notifications.event;

import dev.socialhub.contracts.event.TopicName;
import dev.socialhub.messaging.inbox.BatchDeliveries;
import dev.socialhub.messaging.inbox.EventListener;
import dev.socialhub.messaging.inbox.GroupListener;
import io.micronaut.configuration.kafka.annotation.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Receives what {@link NotificationEventsConsumer} handles. */
@GroupListener("${notifications.consumer-group}")
class NotificationEventsListener extends EventListener {

    NotificationEventsListener(NotificationEventsConsumer consumer, BatchDeliveries deliveries) {
        super(consumer, deliveries);
    }

    @Override
    @Topic({TopicName.USER, TopicName.USER_REPLAY, TopicName.POST, TopicName.POST_REPLAY})
    protected void receive(ConsumerRecords<byte[], byte[]> records) {
        super.receive(records);
    }
}
