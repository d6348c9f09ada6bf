package dev.socialhub.e2e;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A route of the public API, with an example that would be accepted.
 *
 * @param service the service that serves it, for bypassing the gateway
 * @param body a valid body, or null where none is accepted
 */
record Endpoint(
        String service, String method, String path, boolean needsToken, @Nullable String body) {

    private static final String SOME_ID = "01920000-0000-7000-8000-000000000001";

    /** Every canonical route. */
    static final List<Endpoint> ALL =
            List.of(
                    open(
                            "auth",
                            "POST",
                            "/api/v1/auth/signup",
                            "{\"name\":\"A\",\"email\":\"a@example.com\",\"username\":\"abc\",\"password\":\"SecurePass123!\"}"),
                    open(
                            "auth",
                            "POST",
                            "/api/v1/auth/login",
                            "{\"identifier\":\"abc\",\"password\":\"x\"}"),
                    open("auth", "GET", "/api/v1/auth/check/somebody", null),
                    open("auth", "POST", "/api/v1/auth/check/somebody", null),
                    open("auth", "GET", "/.well-known/jwks.json", null),
                    secured("auth", "GET", "/api/v1/auth/verify-user", null),
                    secured("users", "GET", "/api/v1/users/me", null),
                    secured("users", "PATCH", "/api/v1/users/me", "{\"name\":\"A\"}"),
                    secured("users", "GET", "/api/v1/users/" + SOME_ID, null),
                    secured("users", "GET", "/api/v1/users/relationships?ids=" + SOME_ID, null),
                    secured("users", "GET", "/api/v1/users/me/counts", null),
                    secured("users", "GET", "/api/v1/users/me/followers", null),
                    secured("users", "GET", "/api/v1/users/me/following", null),
                    secured("users", "PUT", "/api/v1/users/" + SOME_ID + "/follow", null),
                    secured("users", "POST", "/api/v1/users/" + SOME_ID + "/follow", null),
                    secured("users", "DELETE", "/api/v1/users/" + SOME_ID + "/follow", null),
                    secured("users", "DELETE", "/api/v1/users/" + SOME_ID + "/follower", null),
                    secured("users", "PUT", "/api/v1/users/" + SOME_ID + "/block", null),
                    secured("users", "DELETE", "/api/v1/users/" + SOME_ID + "/block", null),
                    secured("users", "GET", "/api/v1/blocks", null),
                    secured(
                            "posts",
                            "POST",
                            "/api/v1/posts",
                            "{\"content\":\"A\",\"visibility\":\"public\"}"),
                    secured("posts", "GET", "/api/v1/posts", null),
                    secured("posts", "GET", "/api/v1/posts/" + SOME_ID, null),
                    secured("posts", "DELETE", "/api/v1/posts/" + SOME_ID, null),
                    secured("posts", "GET", "/api/v1/users/" + SOME_ID + "/posts", null),
                    secured("notifications", "GET", "/api/v1/notifications", null),
                    secured("notifications", "GET", "/api/v1/notifications/unread-count", null),
                    secured(
                            "notifications",
                            "PUT",
                            "/api/v1/notifications/" + SOME_ID + "/read",
                            null),
                    secured("notifications", "PUT", "/api/v1/notifications/read-all", null));

    private static Endpoint open(
            String service, String method, String path, @Nullable String body) {
        return new Endpoint(service, method, path, false, body);
    }

    private static Endpoint secured(
            String service, String method, String path, @Nullable String body) {
        return new Endpoint(service, method, path, true, body);
    }

    static List<Endpoint> thatNeedToken() {
        return ALL.stream().filter(Endpoint::needsToken).toList();
    }

    static List<Endpoint> thatTakeBody() {
        return ALL.stream().filter(endpoint -> endpoint.body != null).toList();
    }

    /** The valid body of an endpoint that accepts one. */
    String goodBody() {
        return Objects.requireNonNull(body);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
