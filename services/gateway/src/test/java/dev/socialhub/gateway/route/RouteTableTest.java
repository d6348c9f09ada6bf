package dev.socialhub.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.testkit.StreamManifest;
import dev.socialhub.manifest.RouteAccess;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    private static final RouteTable ROUTES = new RouteTable(StreamManifest.manifest());

    @ParameterizedTest
    @CsvSource({
        "GET, /.well-known/jwks.json, auth",
        "POST, /api/v1/auth/signup, auth",
        "GET, /api/v1/auth/verify-user, auth",
        "GET, /api/v1/users/me, users",
        "GET, /api/v1/users/jane, users",
        "GET, /api/v1/users/jane/posts, posts",
        "HEAD, /api/v1/users/jane/posts, posts",
        "POST, /api/v1/users/jane/posts, users",
        "PUT, /api/v1/users/jane/follow, users",
        "POST, /api/v1/users/jane/follow, users",
        "DELETE, /api/v1/users/jane/follow, users",
        "GET, /api/v1/users/jane/followers, users",
        "GET, /api/v1/users/jane/following, users",
        "DELETE, /api/v1/users/jane/follower, users",
        "GET, /api/v1/users/me/counts, users",
        "GET, /api/v1/users/relationships?ids=1, users",
        "PUT, /api/v1/users/jane/block, users",
        "GET, /api/v1/blocks, users",
        "GET, /api/v1/posts, posts",
        "POST, /api/v1/media, posts",
        "GET, /api/v1/media/1/small, posts",
        "DELETE, /api/v1/posts/1, posts",
        "PUT, /api/v1/posts/1/like, posts",
        "GET, /api/v1/posts/1/comments, posts",
        "PUT, /api/v1/comments/1/like, posts",
        "GET, /api/v1/notifications, notifications",
        "PUT, /api/v1/notifications/1/read, notifications"
    })
    void sendsCanonicalPathsToTheirService(String method, String path, Backend backend) {
        assertThat(find(method, path).orElseThrow().route().backend()).isEqualTo(backend);
        assertThat(find(method, path).orElseThrow().uri()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /auth/signup, POST, /api/v1/auth/signup",
        "POST, /auth/login/, POST, /api/v1/auth/login",
        "GET, /auth/check/jane, GET, /api/v1/auth/check/jane",
        "POST, /api/auth/signup, POST, /api/v1/auth/signup",
        "POST, /api/auth/login, POST, /api/v1/auth/login",
        "POST, /api/v1/auth/register/, POST, /api/v1/auth/signup",
        "POST, /api/v1/auth/token/, POST, /api/v1/auth/login",
        "POST, /api/v1/auth/token/refresh, POST, /api/v1/auth/token/refresh",
        "GET, /posts/, GET, /api/v1/posts",
        "GET, /posts?limit=5, GET, /api/v1/posts?limit=5",
        "GET, /posts/getall?cursor=a%2Fb, GET, /api/v1/posts?cursor=a%2Fb",
        "GET, /posts/user/42, GET, /api/v1/users/42/posts",
        "DELETE, /posts/42, DELETE, /api/v1/posts/42",
        "POST, /posts/like/42, POST, /api/v1/posts/42/like",
        "POST, /ai/generate-caption, POST, /api/v1/ai/generate-caption",
        "PATCH, /posts/like/42, DELETE, /api/v1/posts/42/like",
        "GET, /posts/comment/42?limit=5, GET, /api/v1/posts/42/comments?limit=5",
        "POST, /posts/comment/42, POST, /api/v1/posts/42/comments",
        "PATCH, /posts/comment/42, PATCH, /api/v1/comments/42",
        "DELETE, /posts/comment/42, DELETE, /api/v1/comments/42",
        "PUT, /posts/42/like, PUT, /api/v1/posts/42/like",
        "GET, /users/profile, GET, /api/v1/users/me",
        "PUT, /users/profile, PATCH, /api/v1/users/me",
        "GET, /users/profile/42, GET, /api/v1/users/42",
        "POST, /users/follow/42, PUT, /api/v1/users/42/follow",
        "POST, /users/unfollow/42, DELETE, /api/v1/users/42/follow",
        "GET, /users/followers, GET, /api/v1/users/me/followers",
        "GET, /users/followers?userId=42, GET, /api/v1/users/me/followers?userId=42",
        "GET, /users/followers/list, GET, /api/v1/users/me/followers",
        "GET, /users/following/list?userId=42, GET, /api/v1/users/me/following?userId=42",
        "GET, /users/counts, GET, /api/v1/users/me/counts",
        "POST, /api/v1/users/jane/follow/, POST, /api/v1/users/jane/follow",
        "GET, /users/jane, GET, /api/v1/users/jane",
        "GET, /notify/notifications, GET, /api/v1/notifications?markRead=true",
        "GET, /notify/notifications?limit=5, GET, /api/v1/notifications?markRead=true&limit=5"
    })
    void rewritesAliases(String method, String uri, String newMethod, String newUri) {
        RouteDestination destination = find(method, uri).orElseThrow();

        assertThat(destination.method()).isEqualTo(newMethod);
        assertThat(destination.uri()).isEqualTo(newUri);
    }

    @Test
    void leavesHeadAsItIsWhateverTheAlias() {
        for (Alias alias : RouteTable.ALIASES) {
            List<String> from = alias.from().fill(List.of("jane"));
            alias.rewrite("HEAD", new RequestTarget(from, "a=b"))
                    .ifPresent(request -> {
                        assertThat(request.method()).isEqualTo("HEAD");
                        assertThat(request.target().query()).isEqualTo("a=b");
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/notify/notifications, /api/v1/notifications",
        "/notify/notifications?limit=5, /api/v1/notifications?limit=5",
        "/posts/getall?limit=5, /api/v1/posts?limit=5"
    })
    void asksForNoChangeWithHead(String uri, String newUri) {
        RouteDestination destination = find("HEAD", uri).orElseThrow();

        assertThat(destination.method()).isEqualTo("HEAD");
        assertThat(destination.uri()).isEqualTo(newUri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/accounts/1",
                "/api/v1/internal/accounts",
                "/prometheus",
                "/health/readiness",
                "/api/v1",
                "/api/v2/posts",
                "/api/v1/medias",
                "/ws/1",
                "/chat/ws",
                "/nothing"
            })
    void knowsNoOtherPaths(String path) {
        assertThat(find("GET", path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/auth/signup, true",
        "POST, /api/v1/auth/login, true",
        "POST, /api/v1/auth/token/refresh, true",
        "GET, /api/v1/auth/check/jane, true",
        "POST, /auth/check/jane, true",
        "GET, /.well-known/jwks.json, true",
        "GET, /api/v1/auth/verify-user, false",
        "GET, /api/v1/auth/signup, false",
        "GET, /api/v1/posts, false",
        "GET, /api/v1/users/me, false",
        "GET, /notify/notifications, false"
    })
    void asksForATokenAlmostEverywhere(String method, String path, boolean isPublic) {
        assertThat(find(method, path).orElseThrow().route().access())
                .isEqualTo(isPublic ? RouteAccess.PUBLIC : RouteAccess.BEARER);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /posts, READ",
        "HEAD, /posts, READ",
        "GET, /notify/notifications, READ",
        "GET, /auth/check/jane, READ",
        "POST, /posts, WRITE",
        "PUT, /users/profile, WRITE",
        "PATCH, /api/v1/users/me, WRITE",
        "DELETE, /api/v1/users/jane/follow, WRITE",
        "POST, /auth/signup, ESSENTIAL",
        "POST, /auth/login, ESSENTIAL",
        "POST, /api/v1/auth/token/refresh, ESSENTIAL",
        "GET, /auth/verify-user, ESSENTIAL",
        "GET, /.well-known/jwks.json, ESSENTIAL"
    })
    void knowsHowImportantRequestsAre(String method, String path, Importance importance) {
        assertThat(find(method, path).orElseThrow().importance()).isEqualTo(importance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/socket.io/?EIO=4&transport=polling",
                "/chat/socket.io/?EIO=4&transport=polling",
                "/ws?EIO=4&transport=polling"
            })
    void opensStreamsWithAndWithoutAToken(String uri) {
        RouteDestination stream = find("GET", uri).orElseThrow();

        assertThat(stream.route().access()).isEqualTo(RouteAccess.STREAM);
        assertThat(stream.route().upgrades()).isTrue();
        assertThat(stream.route().isLong()).isEqualTo(uri.contains("socket.io"));
        assertThat(stream.target().path()).isIn("/socket.io", "/ws");
        assertThat(stream.target().query()).isEqualTo("EIO=4&transport=polling");
    }

    @Test
    void allowsLargeBodiesOnlyWhereFilesAreTaken() {
        long mebibyte = 1024 * 1024;
        BodyLimit posts = find("POST", "/posts").orElseThrow().route().limit();

        assertThat(posts.forContentType("application/json")).isEqualTo(mebibyte);
        assertThat(posts.forContentType("Multipart/Form-Data; boundary=x"))
                .isEqualTo(105 * mebibyte);
        assertThat(
                        find("POST", "/auth/login")
                                .orElseThrow()
                                .route()
                                .limit()
                                .forContentType("multipart/form-data"))
                .isEqualTo(mebibyte);
    }

    private static Optional<RouteDestination> find(String method, String uri) {
        return ROUTES.find(method, RequestTarget.parse(uri).orElseThrow());
    }
}
