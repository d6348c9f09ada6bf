package dev.socialhub.messaging.inbox;

import dev.socialhub.contracts.event.MalformedEvent;
import dev.socialhub.shared.problem.PassingErrors;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.serde.exceptions.SerdeException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Tells errors that pass by themselves, such as a store being away, from those that never will. */
final class TransientErrors {

    private TransientErrors() {}

    static boolean isTransient(Throwable error, EventConsumer consumer) {
        for (Throwable cause = error; cause != null; cause = next(cause)) {
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

    private static boolean isTransient(Throwable error) {
        return switch (error) {
            case IOException _, TimeoutException _, RetriableException _ -> true;
            // The service ends; whoever takes the partition next handles the event.
            case InterruptedException _ -> true;
            default -> PassingErrors.isPassing(error);
        };
    }

    private static @Nullable Throwable next(Throwable error) {
        return error.getCause() == error ? null : error.getCause();
    }
}
