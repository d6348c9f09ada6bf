package dev.socialhub.gateway.testkit;

import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged program as a separate process, with little memory. */
public final class GatewayProcess implements AutoCloseable {

    private final Tokens tokens = new Tokens();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = RunningGateway.freePort();
    private final int managementPort = RunningGateway.freePort();
    private final StubService auth;
    private final Process process;

    public GatewayProcess(StubService posts) throws IOException {
        auth = new StubService("auth").answering("/.well-known/jwks.json", tokens.keySet());
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseSerialGC",
                        "-Xmx32m",
                        "-XX:MaxDirectMemorySize=24m",
                        "-jar",
                        Path.of(System.getProperty("socialhub.dist"), "gateway.jar").toString());
        for (ServiceEntry service : PlatformManifest.packaged().behindGateway()) {
            builder.environment().put(service.urlVariable(), auth.url());
        }
        builder.environment()
                .putAll(
                        Map.of(
                                "PORT", Integer.toString(port),
                                "MANAGEMENT_PORT", Integer.toString(managementPort),
                                "POSTS_URL", posts.url()));
        process = builder.inheritIO().start();
        awaitReadiness();
    }

    private void awaitReadiness() {
        HttpRequest readiness =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:" + managementPort + "/health/readiness"))
                        .build();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> http.send(readiness, BodyHandlers.discarding()).statusCode() == 200);
    }

    public HttpClient http() {
        return http;
    }

    public int port() {
        return port;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + tokens.good(UUID.randomUUID()));
    }

    /** Requests the process to end, as an operator or a container engine does. */
    public void terminate() {
        process.destroy();
    }

    public boolean awaitEnd(Duration timeout) throws InterruptedException {
        return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.shutdownNow();
        auth.close();
    }
}
