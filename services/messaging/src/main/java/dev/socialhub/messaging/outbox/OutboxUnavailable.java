package dev.socialhub.messaging.outbox;

import java.sql.SQLException;

/** The outbox could not be written, so neither is the effect. */
final class OutboxUnavailable extends RuntimeException {

    OutboxUnavailable(SQLException cause) {
        super(cause);
    }
}
