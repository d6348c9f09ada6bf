package dev.socialhub.ops.consumers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.messaging.claims.ClaimRepository;
import dev.socialhub.messaging.inbox.EventConsumer;
import dev.socialhub.messaging.inbox.ReplayPolicy;
import dev.socialhub.ops.OpsEndpoint;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Hidden
@Controller("/internal/ops/consumers")
@OpsEndpoint
final class ConsumersController {

    private final List<EventConsumer> consumers;
    private final @Nullable ClaimRepository claims;

    /**
     * @param claims null for a service without a database, whose effects are their own inbox
     */
    ConsumersController(List<EventConsumer> consumers, @Nullable ClaimRepository claims) {
        this.consumers = consumers;
        this.claims = claims;
    }

    /** Names the consumer groups of this service; none for one that only publishes. */
    @Get
    Consumers consumers() {
        return new Consumers(
                consumers.stream().map(One::of).sorted(Comparator.comparing(One::group)).toList());
    }

    /** Says when a consumer has claimed an event. */
    @Get("/{group}/events/{id}")
    Claim claim(@PathVariable String group, @PathVariable UUID id) {
        if (consumers.stream().noneMatch(consumer -> consumer.group().equals(group))) {
            throw ProblemException.notFound("There is no such consumer group here.");
        }
        return new Claim(claims == null ? null : claims.claimedAt(group, id).orElse(null));
    }

    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Consumers(List<One> consumers) {}

    /**
     * A consumer group.
     *
     * @param topics by name, in alphabetical order
     * @param replay what it does with events that are played again
     */
    @Serdeable
    record One(String group, List<String> topics, ReplayPolicy replay) {

        static One of(EventConsumer consumer) {
            return new One(
                    consumer.group(),
                    consumer.topics().stream().map(Topic::topicName).sorted().toList(),
                    consumer.replayPolicy());
        }
    }

    /**
     * What a consumer remembers of an event.
     *
     * @param claimedAt null when nothing is remembered: not every consumer needs to
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Claim(@Nullable Instant claimedAt) {}
}
