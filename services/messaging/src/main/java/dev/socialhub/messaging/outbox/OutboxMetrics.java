package dev.socialhub.messaging.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many events wait, and for how long the oldest has; asked of the database at each scrape. Not
 * made eagerly: services without a database have this class too, and can't load it.
 */
@Singleton
@Requires(beans = Outbox.class)
final class OutboxMetrics implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxMetrics.class);

    private final BacklogRepository backlog;
    private final MeterRegistry meters;

    OutboxMetrics(BacklogRepository backlog, MeterRegistry meters) {
        this.backlog = backlog;
        this.meters = meters;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        gauge("outbox.pending", "Events not yet acknowledged by Kafka", OutboxBacklog::pending);
        gauge(
                "outbox.oldest.age.seconds",
                "Age of the oldest event not yet acknowledged by Kafka",
                now -> Objects.requireNonNullElse(now.oldestAgeSeconds(), 0.0));
    }

    private void gauge(String name, String description, ToDoubleFunction<OutboxBacklog> value) {
        Gauge.builder(name, () -> ask(value)).description(description).register(meters);
    }

    /** Not a number while the database is away: zero would be a false value. */
    private double ask(ToDoubleFunction<OutboxBacklog> value) {
        try {
            return value.applyAsDouble(backlog.read());
        } catch (RuntimeException e) {
            LOG.debug("The outbox can't be measured", e);
            return Double.NaN;
        }
    }
}
