package dev.socialhub.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.backing.process.Launch;
import dev.socialhub.cli.terminal.OperatorError;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    @TempDir Path folder;

    private final Map<String, String> operator = new HashMap<>();
    private Secrets secrets;

    @BeforeEach
    void makeSecrets() {
        secrets = Secrets.readOrMake(folder.resolve("secrets.env"), new SecureRandom());
    }

    @Test
    void eachServiceGetsItsOwnSecretsAndNoOthers() {
        assertThat(secretsOf("auth"))
                .containsExactlyInAnyOrder(
                        Secret.AUTH_DB_PASSWORD,
                        Secret.KEY_ENCRYPTION_KEY,
                        Secret.REFRESH_TOKEN_KEY,
                        Secret.SERVICE_TOKEN_KEY);
        assertThat(secretsOf("users"))
                .containsExactlyInAnyOrder(Secret.USERS_DB_PASSWORD, Secret.SERVICE_TOKEN_KEY);
        assertThat(secretsOf("posts"))
                .containsExactlyInAnyOrder(Secret.POSTS_DB_PASSWORD, Secret.SERVICE_TOKEN_KEY);
        assertThat(secretsOf("notifications")).containsExactly(Secret.SERVICE_TOKEN_KEY);
        assertThat(secretsOf("gateway")).isEmpty();
    }

    @Test
    void noServerGetsASecretInItsEnvironment() {
        for (String server : List.of("postgres", "redis", "kafka", "mongodb")) {
            assertThat(secretsOf(server)).isEmpty();
        }
    }

    @Test
    void noSecretStandsOnACommandLine() {
        for (Component component : catalogue().all()) {
            String command = String.join(" ", component.launch().command());
            for (Secret secret : Secret.values()) {
                assertThat(command).doesNotContain(secrets.get(secret));
            }
        }
    }

    @Test
    void secretsThatTheOperatorExportsDoNotReachOthers() {
        operator.put("KEY_ENCRYPTION_KEY", "exported");
        operator.put("POSTGRES_PASSWORD", "exported");
        assertThat(launch("posts").environment())
                .containsEntry("KEY_ENCRYPTION_KEY", "")
                .containsEntry("POSTGRES_PASSWORD", "");
        assertThat(launch("kafka").environment()).containsEntry("KEY_ENCRYPTION_KEY", "");
        assertThat(launch("auth").environment())
                .containsEntry("KEY_ENCRYPTION_KEY", secrets.get(Secret.KEY_ENCRYPTION_KEY));
    }

    @Test
    void servicesAreToldWhereEverythingIs() {
        operator.put("POSTGRES_PORT", "15432");
        operator.put("USERS_PORT", "15003");
        operator.put("KAFKA_PORT", "19092");
        assertThat(launch("users").environment())
                .containsEntry("HOST", "127.0.0.1")
                .containsEntry("PORT", "15003")
                .containsEntry("DATABASE_URL", "jdbc:postgresql://127.0.0.1:15432/users_db")
                .containsEntry("DATABASE_USER", "users")
                .containsEntry("KAFKA_BROKERS", "127.0.0.1:19092")
                .containsEntry("REDIS_URL", "redis://127.0.0.1:6379")
                .containsEntry("AUTH_URL", "http://127.0.0.1:5000")
                .containsEntry("LOG_FILE", folder.resolve("logs/users.log").toString());
        assertThat(launch("notifications").environment())
                .containsEntry("MONGODB_URL", "mongodb://127.0.0.1:27017/notifications")
                .doesNotContainKey("DATABASE_URL");
        assertThat(launch("gateway").environment())
                .containsEntry("PORT", "8080")
                .containsEntry("MANAGEMENT_PORT", "9080")
                .containsEntry("USERS_URL", "http://127.0.0.1:15003");
    }

    @Test
    void javaOptionsOfAServiceReplaceTheUsualMemoryFlags() {
        operator.put("JAVA_OPTS_POSTS", "-Xmx1g  -XX:+UseG1GC");
        assertThat(launch("posts").command())
                .contains("-Xmx1g", "-XX:+UseG1GC", "--enable-native-access=ALL-UNNAMED")
                .doesNotContain("-XX:+UseSerialGC");
        assertThat(launch("users").command()).contains("-Xmx192m", "-XX:+UseSerialGC");
    }

    @Test
    void selectingAServiceBringsTheServers() {
        assertThat(names("posts"))
                .containsExactly("postgres", "redis", "kafka", "mongodb", "posts");
    }

    @Test
    void selectingServersBringsNothingElse() {
        assertThat(names("redis", "postgres")).containsExactly("postgres", "redis");
    }

    @Test
    void selectingNothingMeansAll() {
        assertThat(names()).hasSize(9).startsWith("postgres").endsWith("gateway");
    }

    @Test
    void selectingAnUnknownNameIsNotFound() {
        assertThatThrownBy(() -> names("mail"))
                .isInstanceOfSatisfying(
                        OperatorError.class, error -> assertThat(error.exitCode()).isEqualTo(4));
    }

    private List<String> names(String... only) {
        return catalogue().select(List.of(only)).stream().map(Component::name).toList();
    }

    private Set<Secret> secretsOf(String name) {
        Map<String, String> environment = launch(name).environment();
        return Arrays.stream(Secret.values())
                .filter(secret -> environment.containsValue(secrets.get(secret)))
                .collect(Collectors.toSet());
    }

    private Launch launch(String name) {
        return catalogue().all().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow()
                .launch();
    }

    private Catalogue catalogue() {
        Installation installation =
                new Installation(
                        folder.resolve("dist"), new Home(folder), Path.of("/java"), operator);
        return Catalogue.of(installation, Ports.of(operator, Map.of()), secrets);
    }
}
