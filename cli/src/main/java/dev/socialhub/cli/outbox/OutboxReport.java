package dev.socialhub.cli.outbox;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.cli.terminal.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The document of {@code outbox status}. */
@JsonPropertyOrder({"version", "services"})
record OutboxReport(int version, List<One> services) {
    /** An event is sent within a second; an older one is stuck. */
    static final double TOO_OLD_SECONDS = 30;

    private static final int VERSION = 1;

    OutboxReport {
        services = List.copyOf(services);
    }

    static OutboxReport of(List<One> services) {
        return new OutboxReport(VERSION, services);
    }

    /**
     * One service's outbox.
     *
     * @param oldestSeconds how long the oldest event has waited; 0 when none does
     * @param lanes the same by topic and shard, where any waits; each is sent in its own order
     */
    @JsonPropertyOrder({"service", "pending", "oldestSeconds", "lanes"})
    record One(String service, long pending, double oldestSeconds, List<Lane> lanes) {
        One {
            lanes = List.copyOf(lanes);
        }

        /** Parses a service's answer. */
        static One of(String service, JsonNode answer) {
            List<Lane> lanes = new ArrayList<>();
            answer.path("lanes")
                    .forEach(lane ->
                            lanes.add(
                                    new Lane(
                                            lane.path("topic").asText(),
                                            lane.path("shard").asInt(),
                                            lane.path("pending").asLong(),
                                            lane.path("oldestAgeSeconds").asDouble())));
            return new One(
                    service,
                    lanes.stream().mapToLong(Lane::pending).sum(),
                    lanes.stream().mapToDouble(Lane::oldestSeconds).max().orElse(0),
                    lanes);
        }
    }

    /** Events of one topic and shard. */
    @JsonPropertyOrder({"topic", "shard", "pending", "oldestSeconds"})
    record Lane(String topic, int shard, long pending, double oldestSeconds) {}

    /** Whether an event waits that should have been sent long ago. */
    boolean stuck() {
        return services.stream().anyMatch(one -> one.oldestSeconds() > TOO_OLD_SECONDS);
    }

    /** One line for each service, and one more for each topic and shard where events wait. */
    String table() {
        Table table =
                new Table()
                        .text("SERVICE")
                        .text("TOPIC")
                        .text("SHARD")
                        .number("PENDING")
                        .number("OLDEST");
        for (One one : services) {
            table.row(one.service(), "all", "all", number(one.pending()), age(one.oldestSeconds()));
            one.lanes()
                    .forEach(lane ->
                            table.row(
                                    one.service(),
                                    lane.topic(),
                                    "" + lane.shard(),
                                    number(lane.pending()),
                                    age(lane.oldestSeconds())));
        }
        return table.render();
    }

    private static String number(long amount) {
        return String.format(Locale.ROOT, "%,d", amount);
    }

    private static String age(double seconds) {
        return seconds == 0 ? "-" : Amounts.duration(Duration.ofMillis((long) (seconds * 1_000)));
    }
}
