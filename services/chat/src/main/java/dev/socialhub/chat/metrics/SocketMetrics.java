package dev.socialhub.chat.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The meters of connections and sockets; made at start, so that every series begins at 0. */
@Context
public final class SocketMetrics {

    /** How a client is connected. */
    public enum Transport {
        POLLING,
        WEBSOCKET,
        PLAIN
    }

    /** Why a client was not let in. */
    public enum Refusal {
        UNAUTHORIZED,
        UNAVAILABLE,
        NAMESPACE,
        TIMEOUT,
        LIMIT
    }

    /** What came of a client's wish to continue where it was. */
    public enum Recovery {
        RECOVERED,
        UNKNOWN,
        FAILED
    }

    private static final String UNKNOWN = "unknown";

    private final MeterRegistry meters;
    private final Map<Transport, AtomicInteger> open = new EnumMap<>(Transport.class);
    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);
    private final Map<Recovery, Counter> recoveries = new EnumMap<>(Recovery.class);
    private final Map<String, Counter> events = new HashMap<>();
    private final Counter connects;
    private final Counter deliveries;
    private final Counter upgrades;
    private final Counter slowReaders;
    private final Counter malformed;

    SocketMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (Transport transport : Transport.values()) {
            AtomicInteger number = new AtomicInteger();
            Gauge.builder("chat.sockets", number, AtomicInteger::get)
                    .description("Open connections of clients")
                    .tag("transport", word(transport))
                    .register(meters);
            open.put(transport, number);
        }
        for (Refusal reason : Refusal.values()) {
            refused.put(
                    reason,
                    Counter.builder("chat.connects.refused")
                            .description("Clients that were not let in")
                            .tag("reason", word(reason))
                            .register(meters));
        }
        for (Recovery result : Recovery.values()) {
            recoveries.put(
                    result,
                    Counter.builder("chat.recoveries")
                            .description("Clients that came back and asked for what they missed")
                            .tag("result", word(result))
                            .register(meters));
        }
        connects = counter("chat.connects", "Clients that were let in");
        deliveries = counter("chat.deliveries", "Events sent to clients");
        upgrades = counter("chat.upgrades", "Connections that changed from polling to WebSocket");
        slowReaders = counter("chat.slow.readers", "Clients cut because they read too slowly");
        malformed = counter("chat.malformed.packets", "Packets of clients that broke the protocol");
        events(UNKNOWN);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void events(String event) {
        events.put(
                event,
                Counter.builder("chat.events")
                        .description("Events received from clients")
                        .tag("event", event)
                        .register(meters));
    }

    /** Declares the events that clients may send; called once, at start. */
    public void declare(Collection<String> names) {
        names.forEach(this::events);
    }

    public void opened(Transport transport) {
        number(transport).incrementAndGet();
    }

    public void closed(Transport transport) {
        number(transport).decrementAndGet();
    }

    private AtomicInteger number(Transport transport) {
        return open.computeIfAbsent(transport, _ -> new AtomicInteger());
    }

    public void refused(Refusal reason) {
        increment(refused.get(reason));
    }

    public void connected() {
        connects.increment();
    }

    public void recovery(Recovery result) {
        increment(recoveries.get(result));
    }

    /** An event of a client; names without a handler count as one. */
    public void received(String event) {
        increment(events.getOrDefault(event, events.get(UNKNOWN)));
    }

    public void malformed() {
        malformed.increment();
    }

    public void delivered(int events) {
        deliveries.increment(events);
    }

    public void upgraded() {
        upgrades.increment();
    }

    public void slowReader() {
        slowReaders.increment();
    }

    private static void increment(@org.jspecify.annotations.Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }
}
