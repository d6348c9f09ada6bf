package dev.socialhub.shared.admission;

import dev.socialhub.shared.problem.Problem;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.RouteAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that would not be admitted, on the event loop, before the token is checked and
 * the body is read. It takes no place itself: a body may arrive slowly, and a place is for work.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = AdmissionConfiguration.ENABLED, value = StringUtils.TRUE)
final class RefuseRequests implements Ordered {

    private final RequestLimiters limiters;
    private final ShedRequests shed;
    private final ErrorResponseProcessor<Problem> responses;

    RefuseRequests(
            RequestLimiters limiters,
            ShedRequests shed,
            ErrorResponseProcessor<Problem> responses) {
        this.limiters = limiters;
        this.shed = shed;
        this.responses = responses;
    }

    @RequestFilter
    @Nullable HttpResponse<?> refuse(HttpRequest<?> request) {
        Deadline.note(request, System.nanoTime());
        return limiters.isAnyFull() && isRefused(request) ? refusal(request) : null;
    }

    private boolean isRefused(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .map(route -> limiters.of(route.getAnnotationMetadata()))
                .filter(RequestLimiter::isFull)
                .isPresent();
    }

    private HttpResponse<?> refusal(HttpRequest<?> request) {
        return responses.processResponse(
                ErrorContext.builder(request).cause(shed.refuse(ShedReason.LIMIT)).build(),
                HttpResponse.status(
                        ProblemType.OVERLOADED.status(), ProblemType.OVERLOADED.title()));
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }
}
