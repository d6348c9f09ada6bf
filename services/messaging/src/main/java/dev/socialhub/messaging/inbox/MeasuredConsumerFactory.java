package dev.socialhub.messaging.inbox;

import io.micronaut.configuration.kafka.KafkaConsumerFactory;
import io.micronaut.configuration.kafka.config.AbstractKafkaConsumerConfiguration;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.context.annotation.Replaces;
import org.apache.kafka.clients.consumer.Consumer;

/** Makes the clients that micronaut-kafka polls. */
@Factory
@Replaces(factory = KafkaConsumerFactory.class)
final class MeasuredConsumerFactory {

    @Prototype
    @Replaces(value = Consumer.class, factory = KafkaConsumerFactory.class)
    <K, V> Consumer<K, V> consumer(@Parameter AbstractKafkaConsumerConfiguration<K, V> settings) {
        return new MeasuredConsumer<>(
                settings.getConfig(),
                settings.getKeyDeserializer().orElseThrow(),
                settings.getValueDeserializer().orElseThrow());
    }
}
