package dev.socialhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.testkit.RawCaller;
import dev.socialhub.gateway.testkit.RunningGateway;
import dev.socialhub.gateway.testkit.StubService;
import dev.socialhub.manifest.PlatformManifest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages that the gateway serves itself. */
class GatewayPagesIT {

    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @TempDir Path folder;

    private final StubService auth = new StubService("auth");
    private final StubService posts = new StubService("posts").setVersion("4.5.6");
    private final StubService posts2 = new StubService("posts").setVersion("4.5.7");
    private Path logins;
    private RunningGateway gateway;

    /** The users and notifications services are not running. */
    @BeforeEach
    void start() {
        logins = folder.resolve("demo-logins.json");
        Map<String, String> variables = new HashMap<>();
        PlatformManifest.packaged()
                .behindGateway()
                .forEach(service -> variables.put(service.urlVariable(), auth.url()));
        variables.remove("USERS_URL");
        variables.remove("NOTIFICATIONS_URL");
        variables.put("POSTS_URL", posts.url() + "," + posts2.url());
        variables.put("DEMO_LOGINS_FILE", logins.toString());
        variables.put("HEALTH_INTERVAL", "100ms");
        variables.put("HEALTH_RETRY_INTERVAL", "100ms");
        gateway = new RunningGateway(variables);
    }

    @AfterEach
    void stop() {
        gateway.close();
        auth.close();
        posts.close();
        posts2.close();
    }

    @Test
    void greetsBrowsersWithAPageAndProgramsWithTheBanner() {
        HttpResponse<String> page = gateway.send(browser());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.body())
                .startsWith("<!doctype html>")
                .contains("curl -sS -X POST http://127.0.0.1:" + gateway.port() + "/api/v1/");

        HttpResponse<String> banner = gateway.send(gateway.anonymous("/").header("Accept", "*/*"));
        assertThat(banner.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(banner.body()).startsWith("{\"name\":\"SocialHub\"");
        for (HttpResponse<String> answer : List.of(page, banner)) {
            assertThat(answer.headers().allValues("Vary")).contains("Accept");
        }
    }

    @Test
    void letsABrowserDoNothingButShowThePage() {
        HttpResponse<String> page = gateway.send(browser());
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void answersHeadWithTheSameHeadAndNoBody() throws IOException {
        try (RawCaller caller = gateway.raw()) {
            RawCaller.Answer head =
                    caller.send("HEAD / HTTP/1.1\r\nHost: a\r\nAccept: " + BROWSER + "\r\n\r\n")
                            .readHead();
            assertThat(head.status()).isEqualTo(200);
            assertThat(Integer.parseInt(head.headers().get("content-length")))
                    .isBetween(4 * 1024, 15 * 1024);
            // If there were a body, it would be read as this answer.
            assertThat(caller.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n").read().text())
                    .startsWith("{\"status\"");
        }
    }

    @Test
    void showsWhatItsHealthChecksFound() {
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(gateway.send(browser()).body())
                                .contains("users and notifications are down")
                                .contains("<td>1.2.3</td><td>1 of 1</td>")
                                .contains("<td>4.5.6, 4.5.7</td><td>2 of 2</td>"));

        posts2.setReady(false);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(gateway.send(browser()).body())
                                .contains("degraded</span></td><td>4.5.6</td><td>1 of 2</td>"));

        posts2.setVersion("4.5.8");
        posts2.setReady(true);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(gateway.send(browser()).body())
                                .contains("<td>4.5.6, 4.5.8</td><td>2 of 2</td>"));

        posts2.setReady(false);
        posts.close();
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(gateway.send(browser()).body())
                                .contains("users, posts and notifications are down")
                                .containsPattern("down</span> <span class=\"quiet\">since <time")
                                .contains("<td>–</td><td>0 of 2</td>"));
    }

    @Test
    void showsDemoLoginsWhileTheFileNamesThem() throws IOException {
        assertThat(gateway.send(browser()).body()).doesNotContain("Users to log in as");

        Files.writeString(
                logins,
                """
                {"version":1,"password":"Secret<1>",
                 "logins":[{"username":"ada","name":"<script>alert(1)</script>"}]}
                """);
        assertThat(gateway.send(browser()).body())
                .contains("Secret&lt;1&gt;", "&lt;script&gt;alert(1)")
                .doesNotContain("<script");

        Files.delete(logins);
        assertThat(gateway.send(browser()).body()).doesNotContain("Users to log in as");
    }

    @Test
    void believesTheAddressOfAProxyOnlyIfItIsTrusted() {
        assertThat(
                        gateway.send(
                                        browser()
                                                .header("X-Forwarded-Host", "evil.example")
                                                .header("X-Forwarded-Proto", "https"))
                                .body())
                .doesNotContain("evil.example", "https://");
    }

    private HttpRequest.Builder browser() {
        return gateway.anonymous("/").header("Accept", BROWSER);
    }
}
