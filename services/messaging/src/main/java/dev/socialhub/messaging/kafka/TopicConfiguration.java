package dev.socialhub.messaging.kafka;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Positive;

/**
 * How topics are created. How Kafka is reached stands under {@code kafka}, where micronaut-kafka
 * reads it.
 *
 * @param replicationFactor of the topics that are created
 */
@ConfigurationProperties("socialhub.kafka")
record TopicConfiguration(@Positive @Bindable(defaultValue = "1") short replicationFactor) {}
