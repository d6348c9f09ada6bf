package dev.socialhub.ops;

import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.messaging.outbox.Outbox;
import dev.socialhub.shared.testing.RunningService;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.UUID;

/** Leaves events in the outbox of a service. */
public final class Writer {

    private final TransactionOperations<Connection> transactions;
    private final Outbox outbox;

    @SuppressWarnings("unchecked")
    public Writer(RunningService service) {
        this.transactions = service.bean(TransactionOperations.class);
        this.outbox = service.bean(Outbox.class);
    }

    public void write() {
        transactions.executeWrite(
                _ -> outbox.append(new UserProfileUpdated(UUID.randomUUID(), "ada", "Ada", 1)));
    }
}
