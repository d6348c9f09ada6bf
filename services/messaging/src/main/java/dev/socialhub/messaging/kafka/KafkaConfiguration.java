package dev.socialhub.messaging.kafka;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Map;

/**
 * How to reach Kafka.
 *
 * @param brokers {@code host:port}, comma-separated
 * @param replicationFactor of the topics that are created
 * @param deliveryTimeout after which a record that was not acknowledged is sent again from the
 *     outbox
 */
@ConfigurationProperties("socialhub.kafka")
public record KafkaConfiguration(
        @NotBlank @Bindable(defaultValue = "127.0.0.1:9092") String brokers,
        @Positive @Bindable(defaultValue = "1") short replicationFactor,
        @Bindable(defaultValue = "PT10S") Duration deliveryTimeout) {

    /** What every client of this service begins with. */
    public Map<String, Object> clientSettings() {
        return Map.of(
                "bootstrap.servers", brokers,
                // Back soon after a restart of the broker, without hammering it meanwhile.
                "reconnect.backoff.ms", 50,
                "reconnect.backoff.max.ms", 1_000,
                // Partitions that an operator adds are read and written within seconds.
                "metadata.max.age.ms", 5_000);
    }
}
