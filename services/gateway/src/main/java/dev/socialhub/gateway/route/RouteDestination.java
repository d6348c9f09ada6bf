package dev.socialhub.gateway.route;

/**
 * Where a request goes.
 *
 * @param method the method that the service sees
 * @param target the canonical path and query that the service sees
 */
public record RouteDestination(Route route, String method, RequestTarget target) {

    /** How important the request is. */
    public Importance importance() {
        return route.importance(method);
    }

    /** The target of the request line that the service reads. */
    public String uri() {
        return target.query().isEmpty() ? target.path() : target.path() + "?" + target.query();
    }
}
