package dev.socialhub.messaging.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.function.DoubleSupplier;
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

    private static final String PENDING = "select count(*) from outbox";
    private static final String OLDEST_AGE =
            "select coalesce(extract(epoch from now() - (select created_at from outbox order by seq"
                    + " limit 1)), 0)";

    private final TransactionOperations<Connection> transactions;

    private final MeterRegistry meters;

    OutboxMetrics(TransactionOperations<Connection> transactions, MeterRegistry meters) {
        this.transactions = transactions;
        this.meters = meters;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        gauge("outbox.pending", "Events not yet acknowledged by Kafka", () -> ask(PENDING));
        gauge(
                "outbox.oldest.age.seconds",
                "Age of the oldest event not yet acknowledged by Kafka",
                () -> ask(OLDEST_AGE));
    }

    private void gauge(String name, String description, DoubleSupplier value) {
        Gauge.builder(name, value::getAsDouble).description(description).register(meters);
    }

    /** Not a number while the database is away: a gauge at zero would be a lie. */
    private double ask(String sql) {
        try {
            return transactions.executeRead(status -> {
                try (PreparedStatement query = status.getConnection().prepareStatement(sql);
                        ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getDouble(1);
                }
            });
        } catch (RuntimeException e) {
            LOG.debug("The outbox can't be measured", e);
            return Double.NaN;
        }
    }
}
