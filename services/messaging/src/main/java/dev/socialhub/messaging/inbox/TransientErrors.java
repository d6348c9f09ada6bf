package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.MalformedEvent;
import dev.socialhub.shared.problem.TransientDatabaseErrors;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.serde.exceptions.SerdeException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Tells errors that pass by themselves, such as a store being away, from those that never will. */
final class TransientErrors {

    /**
     * SQLSTATEs of a missing table, or a missing column of one. Nothing is wrong with the event: an
     * operator repairs the schema, and handling continues where it stopped.
     */
    private static final Set<String> SCHEMA_BROKEN = Set.of("42P01", "42703");

    private TransientErrors() {}

    static boolean isTransient(Throwable error, EventConsumer consumer) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (isAboutContent(cause)) {
                return false;
            }
            if (consumer.isTransient(cause) || isTransient(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Parsers report bad content by way of {@link IOException}, which no retry will mend. */
    private static boolean isAboutContent(Throwable error) {
        return error instanceof MalformedEvent
                || error instanceof JsonSyntaxException
                || error instanceof SerdeException;
    }

    private static boolean isSchemaBroken(@Nullable String state) {
        return state != null && SCHEMA_BROKEN.contains(state);
    }

    private static boolean isTransient(Throwable error) {
        return switch (error) {
            case IOException _, TimeoutException _, RetriableException _ -> true;
            // The service ends; the instance that takes the partition next handles the event.
            case InterruptedException _ -> true;
            case SQLException e when isSchemaBroken(e.getSQLState()) -> true;
            default -> TransientDatabaseErrors.isPassing(error);
        };
    }
}
