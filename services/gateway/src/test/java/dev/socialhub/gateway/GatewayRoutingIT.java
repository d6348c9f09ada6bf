package dev.socialhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.testkit.RawCaller;
import dev.socialhub.gateway.testkit.RunningGateway;
import dev.socialhub.gateway.testkit.StubService;
import dev.socialhub.gateway.testkit.Tokens;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests go, which callers may send them, and how their headers are changed. */
class GatewayRoutingIT {

    private static final StubService AUTH = new StubService("auth");
    private static final StubService USERS = new StubService("users");
    private static final StubService POSTS = new StubService("posts");
    private static final StubService NOTIFICATIONS = new StubService("notifications");
    private static final StubService CHAT = new StubService("chat");
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway =
                new RunningGateway(
                        Map.of(
                                "AUTH_URL", AUTH.url(),
                                "USERS_URL", USERS.url(),
                                "POSTS_URL", POSTS.url(),
                                "NOTIFICATIONS_URL", NOTIFICATIONS.url(),
                                "CHAT_URL", CHAT.url()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        AUTH.close();
        USERS.close();
        POSTS.close();
        NOTIFICATIONS.close();
        CHAT.close();
    }

    @Test
    void forwardsToTheServiceOfThePath() {
        assertThat(gateway.get("/api/v1/posts?limit=2").body())
                .isEqualTo("posts GET /api/v1/posts?limit=2");
        assertThat(gateway.get("/users/me/").body()).isEqualTo("users GET /api/v1/users/me");
        assertThat(gateway.get("/notify/notifications").body())
                .isEqualTo("notifications GET /api/v1/notifications?markRead=true");
        assertThat(gateway.get("/posts/user/7").body())
                .isEqualTo("posts GET /api/v1/users/7/posts");
    }

    @Test
    void rewritesTheMethodOfAnAlias() {
        HttpRequest.Builder put =
                gateway.request("/users/profile").PUT(BodyPublishers.ofString("{\"bio\":\"x\"}"));

        assertThat(gateway.send(put).body()).isEqualTo("{\"bio\":\"x\"}");
        assertThat(USERS.last().method()).isEqualTo("PATCH");
        assertThat(USERS.last().uri()).isEqualTo("/api/v1/users/me");
    }

    @Test
    void answersUnknownPathsWithoutAskingForAToken() {
        HttpResponse<String> answer = gateway.send(gateway.anonymous("/internal/accounts/1"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"detail\":\"API endpoint not found.\"")
                .contains("\"requestId\":\"" + requestId(answer) + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/posts/../../../internal/x",
                "/api/v1/posts/%2e%2e/%2e%2e/internal",
                "/api/v1/posts%2f..%2finternal",
                "/api/v1/posts/%00",
                "/api/v1/posts/%5c..%5cinternal"
            })
    void refusesPathsThatTryToLeave(String target) throws IOException {
        try (RawCaller caller = gateway.raw()) {
            caller.send(
                    "GET %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(target, gateway.token()));
            assertThat(caller.read().status()).isEqualTo(400);
        }
    }

    @Test
    void letsPublicRoutesThroughWithoutAToken() {
        HttpRequest.Builder login =
                gateway.anonymous("/auth/login").POST(BodyPublishers.ofString("{}"));
        assertThat(gateway.send(login).statusCode()).isEqualTo(200);
        assertThat(gateway.send(gateway.anonymous("/.well-known/jwks.json")).statusCode())
                .isEqualTo(200);

        HttpRequest.Builder withBadToken =
                gateway.anonymous("/auth/check/jane").header("Authorization", "Bearer nonsense");
        assertThat(gateway.send(withBadToken).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesEveryTokenThatIsNotOurs() {
        Tokens tokens = gateway.tokens();
        for (String token :
                new String[] {
                    "",
                    "nonsense",
                    "a.b.c",
                    tokens.expired(),
                    tokens.unsigned(),
                    tokens.tampered(),
                    new Tokens().good(UUID.randomUUID()),
                    "x".repeat(8000)
                }) {
            HttpRequest.Builder request =
                    gateway.anonymous("/api/v1/posts").header("Authorization", "Bearer " + token);
            HttpResponse<String> answer = gateway.send(request);

            assertThat(answer.statusCode()).as(token).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Bearer");
            assertThat(answer.body()).contains("urn:socialhub:problem:unauthorized");
        }
    }

    @Test
    void refusesARequestWithoutATokenOrWithAnotherScheme() {
        assertThat(gateway.send(gateway.anonymous("/api/v1/users/me")).statusCode()).isEqualTo(401);
        assertThat(
                        gateway.send(
                                        gateway.anonymous(
                                                        "/api/v1/users/me?token=" + gateway.token())
                                                .header("x-user-id", gateway.user().toString())
                                                .header("x-user-payload", "{}"))
                                .statusCode())
                .isEqualTo(401);
        assertThat(
                        gateway.send(
                                        gateway.anonymous("/api/v1/users/me")
                                                .header("Authorization", "Basic eDp5"))
                                .statusCode())
                .isEqualTo(401);
    }

    @Test
    void passesTheTokenOnButNoClaimedIdentity() {
        gateway.send(
                gateway.request("/api/v1/posts")
                        .header("x-user-payload", "{\"id\":\"1\"}")
                        .header("X-User-Id", "1"));

        assertThat(POSTS.last().headers().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-user"));
        assertThat(POSTS.last().headers().getFirst("Authorization"))
                .isEqualTo("Bearer " + gateway.token());
        assertThat(POSTS.last().headers().getFirst("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(POSTS.last().headers().getFirst("Traceparent")).matches("00-.{32}-.{16}-01");
    }

    @Test
    void goesOnWithTheCallersTraceUnderASpanOfItsOwn() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpResponse<String> answer =
                gateway.send(
                        gateway.request("/posts")
                                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-00")
                                .header("tracestate", "a=b,c=d"));

        String seen = POSTS.last().headers().getFirst("Traceparent");
        assertThat(seen).matches("00-" + trace + "-.{16}-00").doesNotContain("00f067aa0ba902b7");
        assertThat(POSTS.last().headers().getFirst("Tracestate")).isEqualTo("a=b,c=d");
        assertThat(answer.headers().allValues("traceresponse")).containsExactly(seen);
    }

    @Test
    void beginsATraceWhereThereIsNoneOrABrokenOne() {
        HttpResponse<String> answer =
                gateway.send(
                        gateway.request("/posts")
                                .header("traceparent", "00-4bf9-00f0-01")
                                .header("tracestate", "a=b"));

        String seen = POSTS.last().headers().getFirst("Traceparent");
        assertThat(seen).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(POSTS.last().headers().containsKey("Tracestate")).isFalse();
        assertThat(answer.headers().firstValue("traceresponse")).hasValue(seen);
        HttpResponse<String> refused = gateway.send(gateway.anonymous("/nowhere"));
        assertThat(refused.headers().firstValue("traceresponse").orElseThrow())
                .contains(traceId(refused.body()));
    }

    @Test
    void keepsASafeRequestIdAndReplacesAnUnsafeOne() {
        HttpResponse<String> safe =
                gateway.send(gateway.request("/posts").header("X-Request-Id", "client-1.a_b"));
        assertThat(requestId(safe)).isEqualTo("client-1.a_b");
        assertThat(POSTS.last().headers().getFirst("X-Request-Id")).isEqualTo("client-1.a_b");

        HttpResponse<String> unsafe =
                gateway.send(gateway.request("/posts").header("X-Request-Id", "a b\"<>"));
        assertThat(requestId(unsafe)).matches("[0-9a-f-]{36}");
        assertThat(POSTS.last().headers().getFirst("X-Request-Id")).isEqualTo(requestId(unsafe));
    }

    @Test
    void answersAPreflightItselfForAllowedOrigins() throws IOException {
        String preflight =
                "OPTIONS /api/v1/posts HTTP/1.1\r\nHost: a\r\nOrigin: %s\r\n"
                        + "Access-Control-Request-Method: POST\r\n\r\n";
        try (RawCaller caller = gateway.raw()) {
            RawCaller.Answer allowed =
                    caller.send(preflight.formatted("http://localhost:5173")).read();
            assertThat(allowed.status()).isEqualTo(204);
            assertThat(allowed.headers())
                    .containsEntry("access-control-allow-origin", "http://localhost:5173")
                    .containsEntry("access-control-allow-credentials", "true")
                    .containsEntry("vary", "Origin")
                    .containsKey("access-control-allow-methods");
            assertThat(allowed.headers().get("access-control-allow-headers"))
                    .contains("Authorization", "Idempotency-Key");

            RawCaller.Answer refused = caller.send(preflight.formatted("http://evil.test")).read();
            assertThat(refused.headers())
                    .doesNotContainKey("access-control-allow-origin")
                    .doesNotContainKey("access-control-allow-methods");
        }
    }

    @Test
    void marksEveryAnswerForAllowedOrigins() throws IOException {
        String get = "GET %s HTTP/1.1\r\nHost: a\r\nOrigin: http://localhost:5173\r\n\r\n";
        try (RawCaller caller = gateway.raw()) {
            for (String path : new String[] {"/auth/check/jane", "/nothing", "/posts", "/"}) {
                RawCaller.Answer answer = caller.send(get.formatted(path)).read();
                assertThat(answer.headers())
                        .containsEntry("access-control-allow-origin", "http://localhost:5173");
                assertThat(answer.headers().get("access-control-expose-headers"))
                        .contains("X-Request-Id", "Link", "Retry-After", "Idempotent-Replayed");
            }
        }
    }

    @Test
    void servesItsBannerAndThePlatformsHealth() {
        assertThat(gateway.send(gateway.anonymous("/")).body())
                .contains("\"name\":\"SocialHub\"", "/health");
        Awaitility.await()
                .untilAsserted(() -> {
                    HttpResponse<String> health = gateway.send(gateway.anonymous("/health"));
                    assertThat(health.statusCode()).isEqualTo(200);
                    assertThat(health.body())
                            .startsWith("{\"status\":\"UP\"")
                            .contains("\"auth\":{\"status\":\"UP\",\"instances\":[{");
                });
    }

    @Test
    void showsItsMetersOnTheManagementPortAlone() {
        gateway.get("/api/v1/posts");

        assertThat(gateway.send(gateway.anonymous("/prometheus")).statusCode()).isEqualTo(404);
        assertThat(gateway.send(gateway.anonymous("/health/liveness")).statusCode()).isEqualTo(404);
        assertThat(gateway.management("/prometheus").body())
                .contains("gateway_requests_seconds_count{group=\"posts\",method=\"GET\"")
                .contains("gateway_upstream_connections{upstream=\"posts\"}")
                .containsPattern("gateway_requests_seconds_bucket.*le=\"0.0025\"")
                .contains("dependency_up{dependency=\"auth\"}");
        assertThat(gateway.management("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(gateway.management("/api/v1/posts").statusCode()).isEqualTo(404);
    }

    private static String traceId(String problem) {
        return problem.replaceAll(".*\"traceId\":\"([0-9a-f]{32})\".*", "$1");
    }

    private static String requestId(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }
}
