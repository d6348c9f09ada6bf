package dev.socialhub.ops.consumers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.messaging.inbox.EventConsumer;
import dev.socialhub.messaging.inbox.ReplayPolicy;
import dev.socialhub.ops.OpsEndpoint;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Comparator;
import java.util.List;

@Hidden
@Controller("/internal/ops/consumers")
@OpsEndpoint
final class ConsumersController {

    private final List<EventConsumer> consumers;

    ConsumersController(List<EventConsumer> consumers) {
        this.consumers = consumers;
    }

    /** Names the consumer groups of this service; none for one that only publishes. */
    @Get
    Consumers consumers() {
        return new Consumers(
                consumers.stream().map(One::of).sorted(Comparator.comparing(One::group)).toList());
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
}
