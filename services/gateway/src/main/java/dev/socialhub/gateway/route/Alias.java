package dev.socialhub.gateway.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Another spelling of a canonical request, rewritten before the routes are searched.
 *
 * <p>A new method or an added query may ask the service to change something, so HEAD gets neither.
 *
 * @param methods the methods; empty for any
 * @param newMethod the method that the service sees; null to keep the caller's
 * @param addedQuery parameters inserted before the caller's own; empty for none
 */
record Alias(
        Set<String> methods,
        PathPattern from,
        @Nullable String newMethod,
        PathPattern to,
        String addedQuery) {

    /** The request in canonical form; empty when this alias doesn't apply to it. */
    Optional<CanonicalRequest> rewrite(String method, RequestTarget target) {
        if (!Route.methodMatches(methods, method)) {
            return Optional.empty();
        }
        boolean isHead = method.equals("HEAD");
        return from.match(target.segments())
                .map(captured ->
                        new CanonicalRequest(
                                newMethod == null || isHead ? method : newMethod,
                                new RequestTarget(
                                        List.copyOf(to.fill(captured)),
                                        merged(isHead ? "" : addedQuery, target.query()))));
    }

    private static String merged(String added, String own) {
        if (added.isEmpty() || own.isEmpty()) {
            return added + own;
        }
        return added + "&" + own;
    }

    record CanonicalRequest(String method, RequestTarget target) {}
}
