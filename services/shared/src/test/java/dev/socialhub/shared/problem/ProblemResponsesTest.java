package dev.socialhub.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.Json;
import dev.socialhub.shared.testing.TryServer;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemResponsesTest {

    private static EmbeddedServer server;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = TryServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void describesTheProblemAndWhereItHappened() throws Exception {
        HttpResponse<String> response = get("/try/hidden?x=1", "X-Request-Id", "abc-1");
        Json problem = problem(response, 404);
        assertThat(problem.get("type").getStringValue())
                .isEqualTo("urn:socialhub:problem:not-found");
        assertThat(problem.get("title").getStringValue()).isEqualTo("Not found");
        assertThat(problem.get("detail").getStringValue()).isEqualTo("There is no such thing.");
        assertThat(problem.get("instance").getStringValue()).isEqualTo("/try/hidden");
        assertThat(problem.get("requestId").getStringValue()).isEqualTo("abc-1");
        assertThat(problem.has("errors")).isFalse();
        assertThat(response.headers().firstValue("X-Request-Id")).hasValue("abc-1");
    }

    @Test
    void replacesRequestIdsThatCouldForgeLogLines() throws Exception {
        HttpResponse<String> response = get("/nothing", "X-Request-Id", "a b\"{}");
        assertThat(response.headers().firstValue("X-Request-Id").orElseThrow())
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void keepsBugsToItself() throws Exception {
        HttpResponse<String> response = get("/try/bug");
        problem(response, 500);
        assertThat(response.body()).doesNotContain("hunter2").doesNotContain("IllegalState");
    }

    @Test
    void tellsToComeBackWhenTheDatabaseIsAway() throws Exception {
        HttpResponse<String> response = get("/try/database");
        problem(response, 503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(response.body()).doesNotContain("10.0.0.1");
    }

    @Test
    void roundsTheTimeToComeBackUp() throws Exception {
        HttpResponse<String> response = get("/try/later");
        problem(response, 409);
        assertThat(response.headers().allValues("Retry-After")).containsExactly("2");
    }

    @Test
    void namesTheFieldsThatAreInvalid() throws Exception {
        Json problem = problem(post("{\"name\":\" \",\"count\":11}"), 422);
        assertThat(problem.get("errors").size()).isEqualTo(2);
        assertThat(problem.get("errors").get(0).get("field").getStringValue()).isEqualTo("count");
        assertThat(problem.get("errors").get(1).get("field").getStringValue()).isEqualTo("name");
        assertThat(problem.get("errors").get(1).get("message").getStringValue()).isNotBlank();
    }

    @Test
    void namesAnUnknownField() throws Exception {
        Json problem = problem(post("{\"name\":\"a\",\"count\":1,\"admin\":true}"), 422);
        assertThat(problem.get("errors").get(0).get("field").getStringValue()).isEqualTo("admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "[]",
                "null",
                "\"text\"",
                "{\"name\":\"a\",\"count\":\"many\"}",
                "{\"name\":\"a\",\"count\":{}}",
                "{\"name\":\"a\",\"count\":99999999999999999999}",
                "{\"name\":\"a\",\"count\":1e999}",
                "{\"name\":{},\"count\":1}",
                "{\"name\":[\"a\"],\"count\":1}",
                "{\"name\":7,\"count\":1}",
                "{\"count\":1}",
                "{\"name\":\"a\",\"count\":1",
                "{\"name\":\"a\",\"count\":1} trailing",
                "{\"name\":\"a\",\"count\":1}{\"name\":\"a\",\"count\":1}",
                "{\"name\":\"a\",\"count\":1},",
                "{\"name\":\"a\",\"count\":1}]",
                "{\"name\":\"a\",\"count\":1}\0"
            })
    void blamesTheClientForBodiesThatAreNone(String body) throws Exception {
        HttpResponse<String> response = post(body);
        assertThat(response.statusCode()).as(response.body()).isIn(400, 422);
        problem(response, response.statusCode());
    }

    @Test
    void takesWhiteSpaceAroundABody() throws Exception {
        assertThat(post(" \r\n{\"name\":\"a\",\"count\":1}\t\n ").statusCode()).isEqualTo(200);
    }

    @Test
    void callsBytesBehindTheBodyMalformed() throws Exception {
        Json problem = problem(post("{\"name\":\"a\",\"count\":1} trailing"), 400);
        assertThat(problem.get("type").getStringValue())
                .isEqualTo("urn:socialhub:problem:malformed-request");
    }

    @Test
    void blamesTheClientForDeepNestingAndForBytesThatAreNoText() throws Exception {
        problem(post("[".repeat(50_000)), 400);
        problem(post("{\"name\":" + "[".repeat(50_000)), 400);
        byte[] invalid = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xff, '"', '}'};
        problem(post(BodyPublishers.ofByteArray(invalid), "application/json"), 400);
    }

    @Test
    void refusesBodiesThatAreTooLarge() throws Exception {
        problem(post("{\"name\":\"" + "a".repeat(2_000_000) + "\"}"), 413);
    }

    @Test
    void refusesOtherMediaTypes() throws Exception {
        problem(post(BodyPublishers.ofString("name=a"), "application/x-www-form-urlencoded"), 415);
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404",
        "/try/id/nonsense, 422",
        "/try/number, 422",
        "/try/number?count=x, 422",
        "/try/number?count=4, 422",
        "/try, 405",
        "/try/secured, 401"
    })
    void usesTheStatusThatFits(String path, int status) throws Exception {
        HttpResponse<String> response = get(path);
        problem(response, status);
        if (status == 401) {
            assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
        }
    }

    @Test
    void tellsToComeBackWhileNoTokenCanBeChecked() throws Exception {
        HttpResponse<String> response =
                get(
                        "/try/secured",
                        "Authorization",
                        "Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6IngifQ.e30.AAAA");
        problem(response, 503);
        assertThat(response.headers().allValues("Retry-After")).containsExactly("2");
    }

    private static HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.getURL() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return post(BodyPublishers.ofString(body), "application/json");
    }

    private static HttpResponse<String> post(BodyPublisher body, String type)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.getURL() + "/try"))
                        .header("Content-Type", type)
                        .POST(body)
                        .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static Json problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(response.body()).doesNotContain("xception").doesNotContain("io.micronaut");
        Json problem = Json.of(response.body());
        assertThat(problem.get("status").getIntValue()).isEqualTo(status);
        return problem;
    }
}
