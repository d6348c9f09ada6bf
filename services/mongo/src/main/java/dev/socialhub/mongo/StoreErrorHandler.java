package dev.socialhub.mongo;

import com.mongodb.MongoException;
import dev.socialhub.shared.log.LoggableError;
import dev.socialhub.shared.problem.Problem;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request that MongoDB could not serve may come again: 503, unless the fault is ours. */
@Singleton
final class StoreErrorHandler implements ExceptionHandler<MongoException, MutableHttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(StoreErrorHandler.class);

    private final ErrorResponseProcessor<Problem> responses;
    private final MongoMetrics metrics;

    StoreErrorHandler(ErrorResponseProcessor<Problem> responses, MongoMetrics metrics) {
        this.responses = responses;
        this.metrics = metrics;
    }

    @Override
    @SuppressWarnings("rawtypes") // As the interface has it.
    public MutableHttpResponse<?> handle(HttpRequest request, MongoException exception) {
        metrics.failed();
        if (!MongoErrors.passes(exception)) {
            LOG.error("MongoDB refused a statement", LoggableError.of(exception));
            return responses.processResponse(
                    ErrorContext.builder(request).build(), HttpResponse.serverError());
        }
        LOG.warn("MongoDB does not answer: {}", exception.toString());
        ProblemException unavailable =
                new ProblemException(
                        ProblemType.UNAVAILABLE, "The stored data can't be reached at the moment.");
        return responses.processResponse(
                ErrorContext.builder(request).cause(unavailable).build(),
                HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE));
    }
}
