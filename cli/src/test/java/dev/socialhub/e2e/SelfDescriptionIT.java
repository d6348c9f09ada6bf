package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the platform describes itself: addresses, health, metrics, documents, logs. */
class SelfDescriptionIT {

    private static final List<String> SERVICES = ServiceNames.behindGateway();

    private final PlatformUnderTest platform = PlatformUnderTest.shared();

    @Test
    void everyServiceLeadsToItsOpenApiDocument() {
        for (String service : SERVICES) {
            JsonNode banner = platform.service(service).get("/").json();
            assertThat(banner.get("service").asText()).isEqualTo(service);
            assertThat(banner.get("version").asText()).isEqualTo("0.1.0");
            Client.Answer document = platform.service(service).get(banner.get("docs").asText());
            assertThat(document.status()).as(service).isEqualTo(200);
            assertThat(document.text()).as(service).contains("openapi: 3", "/api/v1/");
        }
    }

    @Test
    void theGatewayDescribesAllServicesInOneDocument() {
        JsonNode links = platform.gateway().get("/").json().get("links");
        Client.Answer document = platform.gateway().get(links.get("openapi").asText());
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.text())
                .contains("/api/v1/auth/signup", "/api/v1/users/me", "/api/v1/posts")
                .contains("/api/v1/notifications", "urn:socialhub:problem:")
                .doesNotContain("/internal/");
        assertThat(platform.gateway().get(links.get("docs").asText()).status()).isEqualTo(200);
    }

    @Test
    void everyServiceMeasuresItself() {
        platform.gateway().signUp();
        for (String service : SERVICES) {
            String metrics = platform.service(service).get("/prometheus").text();
            assertThat(metrics)
                    .as(service)
                    .contains("jvm_memory_used_bytes", "http_server_requests");
        }
        assertThat(platform.service("posts").get("/prometheus").text())
                .contains("outbox_pending", "outbox_oldest_age_seconds");
        assertThat(platform.service("notifications").get("/prometheus").text())
                .contains("inbox_duplicates_total", "inbox_dead_letters_total");
    }

    @Test
    void metricsAndInternalsStandOnNoPublicPath() {
        for (String path :
                List.of("/prometheus", "/health/readiness", "/internal/accounts/x", "/swagger/x")) {
            assertThat(platform.gateway().get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void healthIsOneAnswerForAllServices() {
        Client.Answer health = platform.gateway().get("/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().get("status").asText()).isEqualTo("UP");
        for (String service : SERVICES) {
            assertThat(health.json().at("/services/" + service + "/status").asText())
                    .isEqualTo("UP");
        }
    }

    @Test
    void statusNamesEveryProcessWithItsPidPortAndHealth() {
        assertThat(platform.processes().keySet())
                .containsExactlyInAnyOrder(
                        "postgres",
                        "redis",
                        "kafka",
                        "mongodb",
                        "auth",
                        "users",
                        "posts",
                        "notifications",
                        "chat",
                        "gateway");
        assertThat(platform.processes().values())
                .allSatisfy(process -> {
                    assertThat(process.get("state").asText()).isEqualTo("running");
                    assertThat(process.get("health").asText()).isEqualTo("UP");
                    assertThat(process.get("port").asInt()).isPositive();
                    assertThat(ProcessHandle.of(process.get("pid").asLong())).isPresent();
                });
    }

    @Test
    void aRequestIsFoundInTheLogsByItsIdAndNothingSecretIs() throws IOException {
        Client.Person person = platform.gateway().signUp();
        String content = "canary-" + person.username();
        Client.Answer answer =
                person.client()
                        .with("X-Request-Id", "find-me-" + person.username())
                        .post("/api/v1/posts", java.util.Map.of("content", content));
        assertThat(answer.header("X-Request-Id")).isEqualTo("find-me-" + person.username());
        Path gatewayLog = platform.home().resolve("logs/gateway.log");
        String requestId = "find-me-" + person.username();
        await().until(() -> Files.readString(gatewayLog).contains(requestId));
        StringBuilder logs = new StringBuilder();
        try (var files = Files.list(platform.home().resolve("logs"))) {
            for (Path file : files.toList()) {
                logs.append(Files.readString(file));
            }
        }
        String line =
                Files.readString(gatewayLog)
                        .lines()
                        .filter(l -> l.contains(requestId))
                        .findFirst()
                        .orElseThrow();
        JsonNode logged = new ObjectMapper().readTree(line);
        assertThat(logged.at("/mdc/userId").asText()).isEqualTo(person.id());
        assertThat(logged.at("/mdc/traceId").asText()).hasSize(32);
        assertThat(logs)
                .doesNotContain(content)
                .doesNotContain("SecurePass123!")
                .doesNotContain(person.token())
                .doesNotContain(person.username() + "@example.com")
                .doesNotContain(platform.secret("SERVICE_TOKEN_KEY"));
    }

    @Test
    void secretsAreTheOwnersAlone() throws IOException {
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        platform.home().resolve("secrets.env"))))
                .isEqualTo("rw-------");
    }
}
