package dev.socialhub.people.consumer;

import dev.socialhub.contracts.event.TopicName;
import dev.socialhub.messaging.inbox.BatchDeliveries;
import dev.socialhub.messaging.inbox.EventListener;
import dev.socialhub.messaging.inbox.GroupListener;
import io.micronaut.configuration.kafka.annotation.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Receives the events that {@link UserEventsConsumer} handles. */
@GroupListener("${socialhub.people.consumer-group}")
class UserEventsListener extends EventListener {

    UserEventsListener(UserEventsConsumer consumer, BatchDeliveries deliveries) {
        super(consumer, deliveries);
    }

    @Override
    @Topic({TopicName.USER, TopicName.USER_REPLAY})
    protected void receive(ConsumerRecords<byte[], byte[]> records) {
        super.receive(records);
    }
}
