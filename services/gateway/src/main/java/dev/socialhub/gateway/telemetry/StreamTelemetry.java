package dev.socialhub.gateway.telemetry;

import dev.socialhub.gateway.answer.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts WebSockets; their meters are declared here. */
@Singleton
public final class StreamTelemetry {

    private final AtomicInteger open = new AtomicInteger();
    private final Counter opened;
    private final Counter answered;
    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);
    private final Map<SpliceEnd, Counter> closed = new EnumMap<>(SpliceEnd.class);
    private final Counter fromClients;
    private final Counter fromServices;

    StreamTelemetry(MeterRegistry meters) {
        Gauge.builder("gateway.splices.open", open, AtomicInteger::get)
                .description("WebSockets that are open")
                .register(meters);
        opened =
                Counter.builder("gateway.splices.opened")
                        .description("WebSockets that were opened")
                        .register(meters);
        for (SpliceEnd end : SpliceEnd.values()) {
            closed.put(
                    end,
                    Counter.builder("gateway.splices.closed")
                            .description("WebSockets that were closed, and why")
                            .tag("reason", end.label())
                            .register(meters));
        }
        for (Refusal refusal : Refusal.values()) {
            refused.put(refusal, refusedBecause(Telemetry.label(refusal), meters));
        }
        answered = refusedBecause("answered", meters);
        fromClients = bytes("from-client", meters);
        fromServices = bytes("from-service", meters);
    }

    private static Counter refusedBecause(String reason, MeterRegistry meters) {
        return Counter.builder("gateway.upgrades.refused")
                .description("Handshakes of WebSockets that did not lead to one")
                .tag("reason", reason)
                .register(meters);
    }

    private static Counter bytes(String direction, MeterRegistry meters) {
        return Counter.builder("gateway.splices.bytes")
                .description("Bytes that passed over WebSockets")
                .baseUnit("bytes")
                .tag("direction", direction)
                .register(meters);
    }

    /** How many WebSockets are open. */
    public int open() {
        return open.get();
    }

    public void opened() {
        open.incrementAndGet();
        opened.increment();
    }

    public void closed(SpliceEnd end) {
        open.decrementAndGet();
        Objects.requireNonNull(closed.get(end)).increment();
    }

    public void passed(long fromClient, long fromService) {
        fromClients.increment((double) fromClient);
        fromServices.increment((double) fromService);
    }

    /** The gateway refused a handshake. */
    public void refused(Refusal refusal) {
        Objects.requireNonNull(refused.get(refusal)).increment();
    }

    /** The service gave another answer to a handshake. */
    public void answered() {
        answered.increment();
    }
}
