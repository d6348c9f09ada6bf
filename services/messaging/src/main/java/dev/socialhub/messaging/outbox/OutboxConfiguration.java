package dev.socialhub.messaging.outbox;

import dev.socialhub.contracts.event.Topic;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;

/**
 * How the relay works.
 *
 * @param topics what this service publishes to, created at start
 * @param batchSize about how many events go out in one transaction
 * @param gather how long events may gather between two transactions; the first after a silence goes
 *     out at once
 * @param pollInterval how long an event of another process, or one left by a crash, may wait unseen
 */
@ConfigurationProperties("socialhub.outbox")
public record OutboxConfiguration(
        @Bindable(defaultValue = "") List<Topic> topics,
        @Positive @Bindable(defaultValue = "500") int batchSize,
        @Bindable(defaultValue = "PT0.02S") Duration gather,
        @Bindable(defaultValue = "PT0.1S") Duration pollInterval) {}
