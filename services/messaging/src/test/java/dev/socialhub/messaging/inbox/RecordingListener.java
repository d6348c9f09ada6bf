package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.TopicName;
import io.micronaut.configuration.kafka.annotation.Topic;
import io.micronaut.context.annotation.Requires;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Receives what a {@link RecordingConsumer} records. */
@Requires(property = RecordingListener.GROUP)
@GroupListener("${" + RecordingListener.GROUP + "}")
class RecordingListener extends EventListener {

    static final String GROUP = "recording.group";

    RecordingListener(EventConsumer consumer, BatchDeliveries deliveries) {
        super(consumer, deliveries);
    }

    @Override
    @Topic({TopicName.POST, TopicName.POST_REPLAY})
    protected void receive(ConsumerRecords<byte[], byte[]> records) {
        super.receive(records);
    }
}
