package dev.socialhub.shared.problem;

import dev.socialhub.shared.log.LoggableError;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.stream.BaseSharedBuffer.IncorrectContentLengthException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.netty.handler.codec.DecoderException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers errors that no other handler covers, and logs each as severely as it deserves: a store
 * that is temporarily away in one line, a client's errors hardly at all, and only our own faults
 * with a stack trace. The framework would log each of them as an error, with its whole trace.
 */
@Singleton
final class UnexpectedErrors implements ExceptionHandler<Exception, MutableHttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);

    private static final Pattern CONNECTION_LOST =
            Pattern.compile("(?i)connection (?:reset|closed|abort|broken)|broken pipe");

    private final ProblemResponses responses;

    UnexpectedErrors(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    @SuppressWarnings("rawtypes") // As the interface has it.
    public MutableHttpResponse<?> handle(HttpRequest request, Exception error) {
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        Throwable transientError = TransientDatabaseErrors.behind(error);
        if (transientError != null) {
            status = HttpStatus.SERVICE_UNAVAILABLE;
            LOG.warn(
                    TransientDatabaseErrors.isPoolUsedUp(transientError)
                            ? "All database connections are in use: {}"
                            : "The database does not answer: {}",
                    oneLine(transientError));
        } else if (isByClient(error)) {
            LOG.debug("A request could not be received", error);
            status = HttpStatus.BAD_REQUEST;
        } else {
            LOG.error(
                    "{} {} failed",
                    request.getMethodName(),
                    request.getUri().getRawPath(),
                    LoggableError.of(error));
        }
        return responses.processResponse(
                ErrorContext.builder(request).cause(error).build(), HttpResponse.status(status));
    }

    /** Messages of databases may span lines. */
    private static String oneLine(Throwable error) {
        return error.toString().replaceAll("\\s*\\R\\s*", " ");
    }

    /** A connection that broke, or bytes that keep neither their length nor their encoding. */
    private static boolean isByClient(Exception error) {
        return switch (error) {
            case ClosedChannelException _, IncorrectContentLengthException _, DecoderException _ ->
                    true;
            case IOException e ->
                    e.getMessage() != null && CONNECTION_LOST.matcher(e.getMessage()).find();
            default -> false;
        };
    }
}
