package dev.socialhub.shared.input;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;

/**
 * Refuses bodies that aren't said to be what the route reads. The framework refuses another type
 * than the route's; a type that is no type, or none, it takes for any, and a coding that it doesn't
 * know for none.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RequestFormatFilter implements Ordered {

    /** A caller that may not call at all is told that first. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        if (headers.contains(HttpHeaders.CONTENT_ENCODING) && !isPlain(headers)) {
            throw unsupported("Send the body as it is, or as gzip or deflate.");
        }
        if (hasBody(headers) && expectsBody(request) && !hasOneType(headers)) {
            throw unsupported("Send the body as application/json.");
        }
    }

    /** Of a coding that it knows, the framework has taken the header away with the coding. */
    private static boolean isPlain(HttpHeaders headers) {
        return headers.getAll(HttpHeaders.CONTENT_ENCODING).stream()
                .allMatch("identity"::equalsIgnoreCase);
    }

    private static boolean hasBody(HttpHeaders headers) {
        return headers.contains(HttpHeaders.TRANSFER_ENCODING)
                || !"0".equals(headers.get(HttpHeaders.CONTENT_LENGTH, String.class, "0"));
    }

    private static boolean expectsBody(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .flatMap(match -> match.getRouteInfo().getRequestBodyType())
                .isPresent();
    }

    private static boolean hasOneType(HttpHeaders headers) {
        return headers.getAll(HttpHeaders.CONTENT_TYPE).size() == 1
                && headers.contentType().isPresent();
    }

    private static ProblemException unsupported(String detail) {
        return new ProblemException(ProblemType.UNSUPPORTED_TYPE, detail);
    }
}
