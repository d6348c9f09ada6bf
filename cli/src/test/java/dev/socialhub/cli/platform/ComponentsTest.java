package dev.socialhub.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.backing.process.Launch;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.platform.PortsFile.StoredPorts;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentsTest {
    private static final int PROGRAMS =
            Store.values().length + PlatformManifest.packaged().services().size();

    @TempDir Path folder;

    private final Map<String, String> operator = new HashMap<>();
    private Secrets secrets;
    private Instances instances = Instances.DEFAULT;

    @BeforeEach
    void makeSecrets() {
        secrets = Secrets.readOrMake(folder.resolve("secrets.env"), new SecureRandom());
    }

    @Test
    void eachServiceGetsItsOwnSecretsAndNoOthers() {
        assertThat(secretsOf("auth"))
                .containsExactlyInAnyOrder(
                        new Secret("AUTH_DB_PASSWORD"),
                        new Secret("KEY_ENCRYPTION_KEY"),
                        new Secret("REFRESH_TOKEN_KEY"),
                        Secret.SERVICE_TOKEN_KEY);
        assertThat(secretsOf("users"))
                .containsExactlyInAnyOrder(
                        new Secret("USERS_DB_PASSWORD"), Secret.SERVICE_TOKEN_KEY);
        assertThat(secretsOf("posts"))
                .containsExactlyInAnyOrder(
                        new Secret("POSTS_DB_PASSWORD"),
                        new Secret("MEDIA_URL_KEY"),
                        Secret.SERVICE_TOKEN_KEY);
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
        for (Component component : components().all()) {
            String command = String.join(" ", component.launch().command());
            for (Secret secret : Secret.ALL) {
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
                .containsEntry("KEY_ENCRYPTION_KEY", secrets.get(new Secret("KEY_ENCRYPTION_KEY")));
    }

    @Test
    void servicesGetAllAddresses() {
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
                .containsEntry("POSTS_URL", "http://127.0.0.1:5001")
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
    void selectingAServiceBringsTheServersAndAuth() {
        assertThat(names("posts"))
                .containsExactly("postgres", "redis", "kafka", "mongodb", "auth", "posts");
    }

    @Test
    void selectingServersBringsNothingElse() {
        assertThat(names("redis", "postgres")).containsExactly("postgres", "redis");
    }

    @Test
    void selectingNothingMeansAll() {
        assertThat(names()).hasSize(PROGRAMS).startsWith("postgres").endsWith("gateway");
    }

    @Test
    void selectingAnUnknownNameIsNotFound() {
        assertThatThrownBy(() -> names("mail"))
                .isInstanceOfSatisfying(
                        OperatorError.class, error -> assertThat(error.exitCode()).isEqualTo(4));
    }

    @Test
    void anotherInstanceHasItsOwnNamePortAndLogAndTheSameProgram() {
        instances = Instances.requested(List.of("posts=2"));
        operator.put("JAVA_OPTS_POSTS", "-Xmx1g");
        assertThat(launch("posts-2").environment())
                .containsEntry("PORT", "5101")
                .containsEntry("LOG_FILE", folder.resolve("logs/posts-2.log").toString())
                .containsEntry("DATABASE_USER", "posts")
                .containsEntry("DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/posts_db");
        assertThat(launch("posts-2").command())
                .contains("-Xmx1g", folder.resolve("programs/posts.jar").toString());
        assertThat(components().programCount()).isEqualTo(PROGRAMS);
    }

    @Test
    void servicesGetTheAddressesOfAllInstances() {
        instances = Instances.requested(List.of("auth=2"));
        String both = "http://127.0.0.1:5000,http://127.0.0.1:5100";
        assertThat(launch("posts").environment()).containsEntry("AUTH_URL", both);
        assertThat(launch("gateway").environment()).containsEntry("AUTH_URL", both);
    }

    @Test
    void onlyTheGatewayGetsItsFiles() {
        String file = folder.resolve("upstreams.json").toString();
        assertThat(launch("gateway").environment())
                .containsEntry("UPSTREAMS_FILE", file)
                .containsEntry("DEMO_LOGINS_FILE", folder.resolve("demo-logins.json").toString());
        assertThat(launch("posts").environment())
                .doesNotContainKeys("UPSTREAMS_FILE", "DEMO_LOGINS_FILE")
                .containsEntry("OPS_ENABLED", "true");
    }

    @Test
    void aServicesNameMeansAllItsInstancesAndANumberOneOfThem() {
        instances = Instances.requested(List.of("posts=3"));
        assertThat(named("posts")).containsExactly("posts", "posts-2", "posts-3");
        assertThat(named("posts-2")).containsExactly("posts-2");
        assertThat(named("posts-1", "redis")).containsExactly("redis", "posts");
        assertThat(named("gateway")).containsExactly("gateway");
        for (String unknown : List.of("posts-4", "posts-02", "gateway-1", "redis-1")) {
            assertThatThrownBy(() -> named(unknown)).isInstanceOf(OperatorError.class);
        }
    }

    private List<String> named(String... names) {
        return components().named(List.of(names)).stream().map(Component::name).toList();
    }

    private List<String> names(String... only) {
        return components().select(List.of(only)).stream().map(Component::name).toList();
    }

    private Set<Secret> secretsOf(String name) {
        Map<String, String> environment = launch(name).environment();
        return Secret.ALL.stream()
                .filter(secret -> environment.containsValue(secrets.get(secret)))
                .collect(Collectors.toSet());
    }

    private Launch launch(String name) {
        return components().all().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow()
                .launch();
    }

    private Components components() {
        Installation installation =
                new Installation(
                        folder.resolve("dist"), new HomeFolder(folder), Path.of("/java"), operator);
        Ports ports = Ports.of(operator, Map.of(), instances, _ -> true);
        return new Platform(installation, StoredPorts.NONE, instances, ports, Optional.of(secrets))
                .components();
    }
}
