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
 * topics exist. The client commits its positions five times a second; {@link BatchDelivery} sets
 * back the position of a partition whose records are not handled yet.
 */
@KafkaListener(
        batch = true,
        offsetReset = OffsetReset.EARLIEST,
        offsetStrategy = OffsetStrategy.AUTO,
        pollTimeout = "200ms",
        sessionTimeout = "10s",
        heartbeatInterval = "2s",
        properties = {
            @Property(name = "auto.commit.interval.ms", value = "200"),
            @Property(name = "max.poll.records", value = "" + BatchDelivery.MAX_RECORDS),
            @Property(name = "fetch.max.wait.ms", value = "200"),
            @Property(
                    name = "partition.assignment.strategy",
                    value = "org.apache.kafka.clients.consumer.CooperativeStickyAssignor")
        })
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface GroupListener {

    /** The consumer group; a placeholder is resolved. */
    @AliasFor(annotation = KafkaListener.class, member = "groupId")
    String value();
}
