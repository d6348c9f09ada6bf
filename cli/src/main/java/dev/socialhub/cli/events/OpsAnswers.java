package dev.socialhub.cli.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.events.Trace.Waiting;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.contracts.event.ConsumerGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Asks the services of a platform. A service that is down doesn't prevent the others from being
 * asked: it may be why the operator is looking for the event.
 */
final class OpsAnswers implements ServiceAnswers {
    private final Target target;
    private final OpsClient ops;
    private final Set<String> unasked = new LinkedHashSet<>();

    OpsAnswers(Target target, OpsClient ops) {
        this.target = target;
        this.ops = ops;
    }

    @Override
    public List<Waiting> waiting(EventId id) {
        List<Waiting> found = new ArrayList<>();
        List<String> services =
                target.services().stream().map(Endpoint::service).distinct().sorted().toList();
        for (String service : services) {
            ask(() -> waiting(target.instanceOf(service), id)).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Waiting> waiting(Endpoint service, EventId id) {
        if (!ops.offers(service, "outbox")) {
            return Optional.empty();
        }
        JsonNode waiting = ops.get(service, "outbox/events/" + id.text()).path("waiting");
        return waiting.isObject()
                ? Optional.of(
                        new Waiting(
                                service.service(),
                                waiting.path("topic").asText(),
                                waiting.path("shard").asInt(),
                                waiting.path("since").asText(),
                                waiting.path("traceId").asText(null),
                                waiting.path("ahead").asLong()))
                : Optional.empty();
    }

    @Override
    public Optional<Instant> claimedAt(ConsumerGroup group, EventId id) {
        return ask(() -> claimedAt(target.instanceOf(group.service()), group.groupName(), id));
    }

    private Optional<Instant> claimedAt(Endpoint service, String group, EventId id) {
        return ops.find(service, "consumers/" + group + "/events/" + id.text())
                .map(answer -> answer.path("claimedAt"))
                .filter(JsonNode::isTextual)
                .map(time -> Instant.parse(time.asText()));
    }

    @Override
    public List<String> unasked() {
        return List.copyOf(unasked);
    }

    private <T> Optional<T> ask(Supplier<Optional<T>> question) {
        try {
            return question.get();
        } catch (OperatorError failure) {
            unasked.add(failure.line());
            return Optional.empty();
        }
    }
}
