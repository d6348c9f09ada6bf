package dev.socialhub.shared.problem;

import dev.socialhub.shared.log.LoggableError;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a {@link ProblemException}; the cause of a 5xx is logged. */
@Singleton
final class ProblemExceptionHandler
        implements ExceptionHandler<ProblemException, MutableHttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemExceptionHandler.class);

    private final ProblemResponses responses;

    ProblemExceptionHandler(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    @SuppressWarnings("rawtypes") // As the interface has it.
    public MutableHttpResponse<?> handle(HttpRequest request, ProblemException exception) {
        int status = exception.type().status();
        Throwable behind = exception.getCause();
        LoggableError cause = behind == null ? null : LoggableError.of(behind);
        // Refusals under overload are counted; a log line for each would add load.
        boolean isRefusal = cause == null && exception.type().equals(ProblemType.OVERLOADED);
        if (isRefusal) {
            LOG.debug("{}", exception.getMessage());
        } else if (status == ProblemType.UNAVAILABLE.status()) {
            LOG.warn("{}{}", exception.getMessage(), cause == null ? "" : " " + cause.getMessage());
        } else if (status >= 500) {
            LOG.error("{}", exception.getMessage(), cause);
        }
        return responses.processResponse(
                ErrorContext.builder(request).cause(exception).build(),
                HttpResponse.status(status, exception.type().title()));
    }
}
