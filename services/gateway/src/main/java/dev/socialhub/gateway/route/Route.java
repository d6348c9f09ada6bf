package dev.socialhub.gateway.route;

import java.util.List;
import java.util.Set;

/**
 * One row of the table: requests with these methods and this path go to this service.
 *
 * @param methods the methods; empty for any
 * @param isPublic whether it may be called without a token
 * @param atLeast the minimum importance of its requests, whatever their method
 */
public record Route(
        Set<String> methods,
        PathPattern path,
        Backend backend,
        boolean isPublic,
        BodyLimit limit,
        Importance atLeast) {

    /** The importance of a request with this method. */
    public Importance importance(String method) {
        boolean isRead = method.equals("GET") || method.equals("HEAD");
        return atLeast == Importance.READ && !isRead ? Importance.WRITE : atLeast;
    }

    boolean accepts(String method, List<String> segments) {
        return methodMatches(methods, method) && path.match(segments).isPresent();
    }

    /** A HEAD matches like a GET, since it is a GET without the body. */
    static boolean methodMatches(Set<String> methods, String method) {
        return methods.isEmpty()
                || methods.contains(method)
                || (method.equals("HEAD") && methods.contains("GET"));
    }
}
