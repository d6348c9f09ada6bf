package dev.socialhub.messaging.inbox;

import io.micronaut.configuration.kafka.annotation.KafkaListener;
import io.micronaut.configuration.kafka.annotation.OffsetReset;
import io.micronaut.configuration.kafka.annotation.OffsetStrategy;
import io.micronaut.context.annotation.AliasFor;
import io.micronaut.context.annotation.Property;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How every consumer group listens: in batches, from the beginning of a topic, and only once its
 * topics exist. {@link PositionCommits} tells Kafka how far they are handled.
 */
@KafkaListener(
        batch = true,
        offsetReset = OffsetReset.EARLIEST,
        offsetStrategy = OffsetStrategy.DISABLED,
        pollTimeout = "200ms",
        sessionTimeout = "10s",
        heartbeatInterval = "2s",
        properties = {
            @Property(name = "max.poll.records", value = "" + BatchDelivery.MAX_RECORDS),
            @Property(name = "fetch.max.wait.ms", value = "200"),
            // Partitions that an operator adds are read after this time at most.
            @Property(name = "metadata.max.age.ms", value = "3000"),
            @Property(
                    name = "partition.assignment.strategy",
                    value = "dev.socialhub.messaging.inbox.ExistingPartitionsAssignor")
        })
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface GroupListener {

    /** The consumer group; a placeholder is resolved. */
    @AliasFor(annotation = KafkaListener.class, member = "groupId")
    String value();
}
