package dev.socialhub.gateway.route;

import dev.socialhub.gateway.route.Alias.CanonicalRequest;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.PlatformManifest.ServiceRoute;
import dev.socialhub.manifest.RouteClass;
import dev.socialhub.manifest.RouteEntry;
import dev.socialhub.manifest.RouteUpgrade;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every path that the gateway forwards: the routes of the manifest, and older spellings of them. In
 * both lists the first row that matches wins, so specific rows come before general ones; a path
 * that no row names does not exist. Services' own {@code /internal}, {@code /health} and {@code
 * /prometheus} are unreachable because no row leads there.
 */
@Singleton
public final class RouteTable {

    private static final String ANY = "";
    private static final String FOLLOW = "/api/v1/users/{user}/follow";

    private static final String MESSAGES = "/api/v1/conversations/{room}/messages";

    private static final String LIKE = "/api/v1/posts/{post}/like";

    /** Other spellings of the canonical paths; none maps to another alias. */
    static final List<Alias> ALIASES =
            List.of(
                    alias("POST", "/api/v1/auth/register", "/api/v1/auth/signup"),
                    alias("POST", "/api/v1/auth/token", "/api/v1/auth/login"),
                    alias("POST", "/api/auth/signup", "/api/v1/auth/signup"),
                    alias("POST", "/api/auth/login", "/api/v1/auth/login"),
                    alias(ANY, "/auth/**", "/api/v1/auth/**"),
                    alias("GET", "/users/profile", "/api/v1/users/me"),
                    alias("PUT", "/users/profile", "PATCH", "/api/v1/users/me", ""),
                    alias("PATCH", "/users/profile", "/api/v1/users/me"),
                    alias("GET", "/users/profile/{user}", "/api/v1/users/{user}"),
                    alias("POST", "/users/follow/{user}", "PUT", FOLLOW, ""),
                    alias("POST", "/users/unfollow/{user}", "DELETE", FOLLOW, ""),
                    alias("GET", "/users/followers", "/api/v1/users/me/followers"),
                    alias("GET", "/users/followers/list", "/api/v1/users/me/followers"),
                    alias("GET", "/users/following/list", "/api/v1/users/me/following"),
                    alias("GET", "/users/counts", "/api/v1/users/me/counts"),
                    alias(ANY, "/users/**", "/api/v1/users/**"),
                    alias("GET", "/posts/getall", "/api/v1/posts"),
                    alias("GET", "/posts/user/{user}", "/api/v1/users/{user}/posts"),
                    alias("POST", "/posts/like/{post}", LIKE),
                    alias("PATCH", "/posts/like/{post}", "DELETE", LIKE, ""),
                    alias("GET|POST", "/posts/comment/{post}", "/api/v1/posts/{post}/comments"),
                    alias("PATCH|DELETE", "/posts/comment/{id}", "/api/v1/comments/{id}"),
                    alias(ANY, "/posts/**", "/api/v1/posts/**"),
                    alias("POST", "/ai/**", "/api/v1/ai/**"),
                    alias(ANY, "/chat/socket.io/**", "/socket.io/**"),
                    alias("GET", "/chat/conversations", "/api/v1/conversations"),
                    alias("GET", "/chat/{room}/history", MESSAGES),
                    alias("POST", "/chat/{room}/message", MESSAGES),
                    alias("GET", "/chat/{room}/users", "/api/v1/conversations/{room}/users"),
                    alias("GET|POST", "/api/conversations/{room}/messages", MESSAGES),
                    alias(
                            "GET",
                            "/notify/notifications",
                            null,
                            "/api/v1/notifications",
                            "markRead=true"));

    private final List<Route> routes;

    public RouteTable(PlatformManifest manifest) {
        this.routes = manifest.routes().stream().map(RouteTable::route).toList();
    }

    /** The destination of this request; empty when there is no such endpoint. */
    public Optional<RouteDestination> find(String method, RequestTarget target) {
        CanonicalRequest request = canonical(method, target);
        for (Route route : routes) {
            if (route.accepts(request.method(), request.target().segments())) {
                return Optional.of(new RouteDestination(route, request.method(), request.target()));
            }
        }
        return Optional.empty();
    }

    private static CanonicalRequest canonical(String method, RequestTarget target) {
        for (Alias alias : ALIASES) {
            Optional<CanonicalRequest> rewritten = alias.rewrite(method, target);
            if (rewritten.isPresent()) {
                return rewritten.get();
            }
        }
        return new CanonicalRequest(method, target);
    }

    private static Alias alias(String methods, String from, String to) {
        return alias(methods, from, null, to, "");
    }

    private static Alias alias(
            String methods, String from, @Nullable String newMethod, String to, String addedQuery) {
        return new Alias(
                methodSet(methods),
                PathPattern.of(from),
                newMethod,
                PathPattern.of(to),
                addedQuery);
    }

    private static Route route(ServiceRoute row) {
        RouteEntry route = row.route();
        return new Route(
                route.methods(),
                PathPattern.of(route.path()),
                new Backend(row.service().name()),
                route.access(),
                new BodyLimit(route.bodyBytes(), route.filesBytes()),
                switch (route.routeClass()) {
                    case NORMAL, LONG -> Importance.READ;
                    case ESSENTIAL -> Importance.ESSENTIAL;
                },
                route.routeClass() == RouteClass.LONG,
                route.upgrade() == RouteUpgrade.WEBSOCKET);
    }

    private static Set<String> methodSet(String methods) {
        return methods.equals(ANY) ? Set.of() : Set.of(methods.split("\\|"));
    }
}
