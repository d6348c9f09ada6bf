package dev.socialhub.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.route.RequestTarget;
import dev.socialhub.gateway.route.RouteDestination;
import dev.socialhub.gateway.route.RouteTable;
import dev.socialhub.gateway.testkit.RawCaller;
import dev.socialhub.gateway.testkit.RunningGateway;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.RouteAccess;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description of the API, without any service. */
class GatewayDocsIT {

    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(Map.of());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void servesTheDocumentInBothFormats() {
        HttpResponse<String> yaml = get("/api/v1/openapi.yaml");
        assertThat(yaml.statusCode()).isEqualTo(200);
        assertThat(yaml.headers().firstValue("Content-Type")).hasValue("application/yaml");
        assertThat(yaml.body()).startsWith("openapi: \"3.1.0\"").doesNotContain("/internal/");

        HttpResponse<String> json = get("/api/v1/openapi.json");
        assertThat(json.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(json.body()).startsWith("{\"openapi\":\"3.1.0\"");
    }

    @Test
    void routesEveryOperationToTheServiceThatItIsDescribedFor() throws IOException {
        RouteTable routes = new RouteTable(PlatformManifest.packaged());
        for (Map.Entry<String, Map<String, Map<String, Object>>> path : paths().entrySet()) {
            for (Map.Entry<String, Map<String, Object>> entry : path.getValue().entrySet()) {
                String method = entry.getKey().toUpperCase(Locale.ROOT);
                Map<String, Object> operation = entry.getValue();
                if (List.of("gateway").equals(operation.get("tags"))) {
                    assertThat(get(path.getKey()).statusCode()).as(path.getKey()).isIn(200, 503);
                    continue;
                }
                String target = path.getKey().replaceAll("\\{\\w+}", "x");
                RouteDestination destination =
                        RequestTarget.parse(target)
                                .flatMap(parsed -> routes.find(method, parsed))
                                .orElseThrow();
                assertThat(List.of(destination.route().backend().label()))
                        .as("%s %s", method, target)
                        .isEqualTo(operation.get("tags"));
                assertThat(destination.route().access() == RouteAccess.PUBLIC)
                        .as("%s %s is public", method, target)
                        .isEqualTo(operation.containsKey("security"));
            }
        }
    }

    @Test
    void servesAPageWhoseFilesAllComeFromHere() {
        HttpResponse<String> page = get("/api/docs/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; ")
                .doesNotContain("unsafe-eval", "http");
        assertThat(get("/api/docs").body()).isEqualTo(page.body());

        List<String> links =
                LINK.matcher(page.body()).results().map((MatchResult one) -> one.group(1)).toList();
        assertThat(links).hasSize(5).allMatch(link -> link.startsWith("/api/"));
        for (String link : links) {
            HttpResponse<String> file = get(link);
            assertThat(file.statusCode()).as(link).isEqualTo(200);
            assertThat(file.body()).as(link).isNotEmpty();
            assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(file.headers().firstValue("Cache-Control"))
                    .as(link)
                    .hasValue(
                            link.matches("/api/docs/[0-9.]+/.*")
                                    ? "public, max-age=31536000, immutable"
                                    : "no-cache");
        }
    }

    @Test
    void sendsAFileOnlyToClientsThatLackItsVersion() throws IOException {
        String version = get("/api/docs/").headers().firstValue("ETag").orElseThrow();
        for (String known : List.of(version, "W/" + version, "\"other\", " + version, "*")) {
            HttpRequest.Builder again =
                    gateway.anonymous("/api/docs/").header("If-None-Match", known);
            HttpResponse<String> answer = gateway.send(again);
            assertThat(answer.statusCode()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue("ETag")).hasValue(version);
            assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        }
        HttpRequest.Builder older =
                gateway.anonymous("/api/docs/").header("If-None-Match", "\"other\"");
        assertThat(gateway.send(older).statusCode()).isEqualTo(200);

        try (RawCaller caller = gateway.raw()) {
            String request = "GET /api/docs HTTP/1.1\r\nHost: a\r\nIf-None-Match: *\r\n\r\n";
            assertThat(caller.send(request).readHead().status()).isEqualTo(304);
            // If there were a body, it would be read as this answer.
            String head = "HEAD /api/v1/openapi.yaml HTTP/1.1\r\nHost: a\r\n\r\n";
            RawCaller.Answer answer = caller.send(head).readHead();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(Integer.parseInt(answer.headers().get("content-length")))
                    .isEqualTo(get("/api/v1/openapi.yaml").body().getBytes(UTF_8).length);
            assertThat(caller.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n").read().text())
                    .startsWith("{\"status\"");
        }
    }

    @Test
    void servesNoOtherFile() {
        for (String path :
                List.of(
                        "/api/docs/index.html",
                        "/api/docs/nothing.js",
                        "/api/docs/0.0.0/swagger-ui.css",
                        "/api/docs/../../application.yml",
                        "/api/docs/..%2f..%2fapplication.yml",
                        "/api/docs/%2e%2e/application.yml",
                        "/api/docs/..%5capplication.yml",
                        "/api/docs//../../landing/page.html",
                        "/api/v1/openapi.yaml/..",
                        "/api/v1/openapi")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as(path)
                    .hasValue("application/problem+json");
        }
        assertThat(get("/api/docs/nothing.js").statusCode()).isEqualTo(404);
        HttpRequest.Builder post =
                gateway.anonymous("/api/docs/").POST(HttpRequest.BodyPublishers.noBody());
        assertThat(gateway.send(post).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(String path) {
        return gateway.send(gateway.anonymous(path));
    }

    private static Map<String, Map<String, Map<String, Object>>> paths() throws IOException {
        Map<String, Object> document =
                JsonMapper.createDefault()
                        .readValue(
                                get("/api/v1/openapi.json").body(),
                                Argument.mapOf(String.class, Object.class));
        @SuppressWarnings("unchecked")
        Map<String, Map<String, Map<String, Object>>> paths =
                (Map<String, Map<String, Map<String, Object>>>)
                        Objects.requireNonNull(document.get("paths"));
        return paths;
    }
}
