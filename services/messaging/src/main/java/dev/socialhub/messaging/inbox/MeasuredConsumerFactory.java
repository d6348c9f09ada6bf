package dev.socialhub.messaging.inbox;

import io.micronaut.configuration.kafka.KafkaConsumerFactory;
import io.micronaut.configuration.kafka.config.AbstractKafkaConsumerConfiguration;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.context.annotation.Replaces;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * Makes the clients that micronaut-kafka polls. Kafka's own client can't be created while the
 * broker's host name has no address, and a service must start nevertheless.
 */
@Factory
@Replaces(factory = KafkaConsumerFactory.class)
final class MeasuredConsumerFactory {

    private final KafkaConsumerFactory library = new KafkaConsumerFactory();

    @Prototype
    @Replaces(value = Consumer.class, factory = KafkaConsumerFactory.class)
    <K, V> Consumer<K, V> consumer(@Parameter AbstractKafkaConsumerConfiguration<K, V> settings) {
        return MeasuredConsumer.create(
                settings.getConfig().getProperty(ConsumerConfig.GROUP_ID_CONFIG),
                () -> library.createConsumer(settings));
    }
}
