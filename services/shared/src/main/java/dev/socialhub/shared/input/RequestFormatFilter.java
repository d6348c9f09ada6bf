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
 * Refuses bodies that aren't declared as the type that the route reads. The framework refuses types
 * other than the route's, but it accepts a malformed or missing type as any type, and an unknown
 * coding as none.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RequestFormatFilter implements Ordered {

    /** A caller without access gets that answer first. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        if (headers.contains(HttpHeaders.CONTENT_ENCODING) && !isPlain(headers)) {
            throw unsupported("Send the body uncompressed, or as gzip or deflate.");
        }
        if (hasBody(headers) && expectsBody(request) && !hasOneType(headers)) {
            throw unsupported("Send the body as application/json.");
        }
    }

    /**
     * For a coding that it knows, the framework has removed the header together with the coding.
     */
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
