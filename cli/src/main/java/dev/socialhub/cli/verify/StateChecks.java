package dev.socialhub.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.bus.Bus;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.database.SchemaState;
import dev.socialhub.cli.http.Http;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.platform.RunningPlatform;
import dev.socialhub.cli.platform.RunningPlatform.Database;
import dev.socialhub.cli.platform.RunningPlatform.PlatformProcess;
import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.cli.topics.TopicDifference;
import dev.socialhub.contracts.event.ConsumerGroup;
import dev.socialhub.contracts.event.DeclaredTopic;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The third stage: the data that the processes hold, and what they know of each other. */
final class StateChecks {
    /** An event is sent within a second; an older one is stuck. */
    private static final double OLDEST_EVENT_SECONDS = 30;

    private final RunningPlatform platform;
    private final Supplier<Bus> bus;
    private final OpsClient ops;
    private final Http http;

    StateChecks(RunningPlatform platform, Supplier<Bus> bus, OpsClient ops, Http http) {
        this.platform = platform;
        this.bus = bus;
        this.ops = ops;
        this.http = http;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (PlatformProcess service : platform.services()) {
            steps.add(
                    Step.of(
                            keys(service),
                            () -> keysPublished(service),
                            AnswerChecks.ready(service.name()),
                            "signing-keys"));
        }
        PlatformManifest.packaged().services().stream()
                .filter(service ->
                        service.hasDatabase() || service.stores().contains(Store.MONGODB))
                .map(service -> platform.instanceOf(service.name()))
                .forEach(service ->
                        steps.add(
                                Step.of(
                                        "schema-" + service.service(),
                                        () -> schema(service),
                                        keys(service))));
        for (Database database : platform.databases()) {
            PlatformProcess service = platform.instanceOf(database.service());
            String name = database.service();
            steps.add(
                    Step.of(
                            "outbox-" + name,
                            () -> outbox(service),
                            keys(service),
                            "schema-" + name));
        }
        steps.add(Step.of("topics", this::topics, "kafka-answers"));
        for (ConsumerGroup group : ConsumerGroup.values()) {
            PlatformProcess service = platform.instanceOf(group.service());
            steps.add(
                    Step.of(
                            new GroupCheck(
                                    group,
                                    service.name(),
                                    () -> ops.get(service, "consumers"),
                                    bus),
                            "topics",
                            keys(service)));
        }
        steps.add(Step.of("dead-letters", this::deadLetters, "kafka-answers"));
        return steps;
    }

    private static String keys(PlatformProcess service) {
        return "keys-" + service.name();
    }

    private Finding keysPublished(PlatformProcess service) {
        List<String> known = new ArrayList<>();
        ops.get(service, "identity").path("signingKeys").forEach(key -> known.add(key.asText()));
        List<String> unknown = published().stream().filter(key -> !known.contains(key)).toList();
        return unknown.isEmpty()
                ? Finding.ok("accepts service tokens, knows all signing keys")
                : Finding.fail(
                        "doesn't know signing key " + String.join(", ", unknown),
                        "socialhubctl restart " + service.name());
    }

    private List<String> published() {
        String url = platform.instanceOf("auth").url() + "/.well-known/jwks.json";
        try {
            List<String> keys = new ArrayList<>();
            http.send("GET", url, Map.of(), null)
                    .json()
                    .path("keys")
                    .forEach(key -> keys.add(key.path("kid").asText()));
            return keys;
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    private Finding schema(PlatformProcess service) {
        SchemaState state = SchemaState.of(service.service(), ops.get(service, "schema"));
        if (state.whole()) {
            return Finding.ok("whole");
        }
        String repair = "socialhubctl db repair %s --execute".formatted(service.service());
        String rebuild =
                ops.offers(service, "projections")
                        ? " && socialhubctl projections rebuild %s --execute"
                                .formatted(service.service())
                        : "";
        return Finding.fail(state.brief(), repair + rebuild);
    }

    private Finding outbox(PlatformProcess service) {
        JsonNode outbox = ops.get(service, "outbox");
        long pending = outbox.path("pending").asLong();
        double oldest = outbox.path("oldestAgeSeconds").asDouble(0);
        if (pending == 0) {
            return Finding.ok("empty");
        }
        String found =
                "%d %s, the oldest for %s"
                        .formatted(
                                pending,
                                pending == 1 ? "event waits" : "events wait",
                                Amounts.duration(Duration.ofMillis((long) (oldest * 1000))));
        return oldest > OLDEST_EVENT_SECONDS
                ? Finding.fail(found, "socialhubctl restart " + service.name())
                : Finding.ok(found);
    }

    private Finding topics() {
        List<TopicDifference> differences = TopicDifference.on(bus.get());
        if (differences.isEmpty()) {
            return Finding.ok("%d, as declared".formatted(DeclaredTopic.all().size()));
        }
        return Finding.fail(
                differences.stream()
                        .map(one -> one.topic() + ": " + one.difference())
                        .collect(Collectors.joining("; ")),
                "socialhubctl topics apply --execute");
    }

    private Finding deadLetters() {
        Map<String, Long> records = bus.get().records(DeclaredTopic.deadLetters());
        List<String> full =
                records.entrySet().stream()
                        .filter(topic -> topic.getValue() > 0)
                        .map(topic -> topic.getValue() + " in " + topic.getKey())
                        .sorted()
                        .toList();
        return full.isEmpty()
                ? Finding.ok("none")
                : Finding.warn(String.join(", ", full), "socialhubctl dlt list");
    }
}
