package dev.socialhub.gateway.route;

import dev.socialhub.manifest.RouteAccess;
import java.util.List;
import java.util.Set;

/**
 * One row of the table: requests with these methods and this path go to this service.
 *
 * @param methods the methods; empty for any
 * @param access which requests are forwarded
 * @param atLeast the minimum importance of its requests, whatever their method
 * @param isLong whether a GET may wait for an event before it is answered
 * @param upgrades whether a connection may become a WebSocket
 */
public record Route(
        Set<String> methods,
        PathPattern path,
        Backend backend,
        RouteAccess access,
        BodyLimit limit,
        Importance atLeast,
        boolean isLong,
        boolean upgrades) {

    /** The importance of a request with this method. */
    public Importance importance(String method) {
        boolean isRead = method.equals("GET") || method.equals("HEAD");
        return atLeast == Importance.READ && !isRead ? Importance.WRITE : atLeast;
    }

    boolean accepts(String method, List<String> segments) {
        return methodMatches(methods, method) && path.matches(segments);
    }

    /** A HEAD matches like a GET, since it is a GET without the body. */
    static boolean methodMatches(Set<String> methods, String method) {
        return methods.isEmpty()
                || methods.contains(method)
                || (method.equals("HEAD") && methods.contains("GET"));
    }
}
