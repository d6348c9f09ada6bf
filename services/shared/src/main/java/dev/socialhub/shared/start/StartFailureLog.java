package dev.socialhub.shared.start;

import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs a failed start as one line with its reason; the trace of bean creation is logged at DEBUG.
 */
public final class StartFailureLog extends Micronaut {

    private static final Logger LOG = LoggerFactory.getLogger(StartFailureLog.class);

    @Override
    protected void handleStartupException(Environment environment, Throwable exception) {
        String service =
                environment
                        .getProperty("micronaut.application.name", String.class)
                        .orElse("the service");
        LOG.error("{} can't start: {}", service, reason(exception));
        LOG.debug("The start failed", exception);
        System.exit(1);
    }

    /** The innermost message; of a database error the outer one, which names the address. */
    public static String reason(Throwable exception) {
        Throwable cause = exception;
        while (cause.getCause() != null && !isFromDriver(cause)) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static boolean isFromDriver(Throwable cause) {
        return cause instanceof SQLException sql && sql.getSQLState() != null;
    }
}
