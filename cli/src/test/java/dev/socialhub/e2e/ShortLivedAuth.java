package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * An additional instance of auth beside the platform's own. It signs with the same keys, but its
 * tokens are valid for a second.
 */
final class ShortLivedAuth implements AutoCloseable {

    private final Process process;
    private final Client client;

    ShortLivedAuth(PlatformUnderTest platform) throws IOException {
        int port = PlatformUnderTest.freePorts(1).getFirst();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path program = Path.of(System.getProperty("socialhub.dist"), "auth.jar");
        ProcessBuilder builder =
                new ProcessBuilder(
                                java.toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                program.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(platform.home().resolve("short-lived-auth.out").toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "PORT", Integer.toString(port),
                                "ACCESS_TOKEN_LIFE_TIME", "1s",
                                "DATABASE_URL",
                                        "jdbc:postgresql://127.0.0.1:"
                                                + platform.port("POSTGRES_PORT")
                                                + "/auth_db",
                                "DATABASE_USER", "auth",
                                "DATABASE_PASSWORD", platform.secret("AUTH_DB_PASSWORD"),
                                "KAFKA_BROKERS", "127.0.0.1:" + platform.port("KAFKA_PORT"),
                                "KEY_ENCRYPTION_KEY", platform.secret("KEY_ENCRYPTION_KEY"),
                                "REFRESH_TOKEN_KEY", platform.secret("REFRESH_TOKEN_KEY"),
                                "SERVICE_TOKEN_KEY", platform.secret("SERVICE_TOKEN_KEY")));
        process = builder.start();
        client = new Client("http://127.0.0.1:" + port);
        await().atMost(Duration.ofMinutes(1)).until(this::isReady);
    }

    /** A token that is valid for a second. */
    String logIn(Client.Person person) {
        Client.Answer answer =
                client.post(
                        "/api/v1/auth/login",
                        Map.of("identifier", person.username(), "password", "SecurePass123!"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("token").asText();
    }

    private boolean isReady() {
        assertThat(process.isAlive()).as("auth runs").isTrue();
        try {
            return client.get("/health/readiness").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
