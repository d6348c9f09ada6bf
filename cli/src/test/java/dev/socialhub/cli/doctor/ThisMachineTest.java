package dev.socialhub.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.check.CheckResult;
import dev.socialhub.cli.check.CheckRunner;
import dev.socialhub.cli.check.Finding.Status;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The gathered facts are true, and gathering them leaves nothing behind. */
@EnabledOnOs(OS.LINUX)
class ThisMachineTest {
    @TempDir Path folder;

    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private HomeFolder home;

    @BeforeEach
    void home() {
        home = new HomeFolder(folder.resolve("home"));
        environment.keySet().removeIf(name -> name.endsWith("_PORT"));
    }

    @Test
    void createsNoFileBeforeTheFirstStart() throws IOException {
        assertThat(check("home").found()).endsWith("will be created by the first start");
        assertThat(check("secrets").status()).isEqualTo(Status.ok);
        assertThat(check("clock").found()).endsWith("files agree");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anEmptyHomeIsOkAndStaysEmpty() throws IOException {
        home.claim();
        assertThat(check("home").found()).endsWith("can be written");
        try (var left = Files.walk(home.folder())) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aForeignFolderIsNotWrittenAndFails() throws IOException {
        Files.createDirectory(home.folder());
        Files.writeString(home.folder().resolve("thesis.txt"), "mine");
        assertThat(check("home").status()).isEqualTo(Status.fail);
        assertThat(check("clock").found()).doesNotContain("files agree");
    }

    @Test
    void aHomeWithoutSecretsIsAccepted() throws IOException {
        home.claim();
        Files.createDirectory(home.data().resolve("postgres"));
        Files.writeString(home.ports(), "{}");
        assertThat(check("home").status()).isEqualTo(Status.ok);
        assertThat(check("secrets").found()).contains("is missing, and the existing data");
    }

    @Test
    void aPortHeldByThisTestIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("USERS_PORT", Integer.toString(taken.getLocalPort()));
            assertThat(check("port-users").found())
                    .isEqualTo(
                            "%d for users is held by java (pid %d)"
                                    .formatted(
                                            taken.getLocalPort(), ProcessHandle.current().pid()));
        }
        assertThat(check("port-users").status()).isEqualTo(Status.ok);
    }

    @Test
    void anInvalidPortFailsInsteadOfEndingTheChecks() {
        environment.put("USERS_PORT", "many");
        assertThat(check("ports").found()).isEqualTo("USERS_PORT is 'many'");
        assertThat(check("jdk").status()).isEqualTo(Status.ok);
    }

    @Test
    void readableAndIncompleteSecretsFail() throws IOException {
        home.claim();
        Files.writeString(home.secrets(), "REFRESH_TOKEN_KEY=x\n");
        assertThat(check("secrets").found()).contains("secrets.env lacks ");
        Files.writeString(
                home.secrets(),
                """
                KEY_ENCRYPTION_KEY=x
                REFRESH_TOKEN_KEY=x
                SERVICE_TOKEN_KEY=x
                MEDIA_URL_KEY=x
                POSTGRES_PASSWORD=x
                AUTH_DB_PASSWORD=x
                USERS_DB_PASSWORD=x
                POSTS_DB_PASSWORD=x
                CHAT_DB_PASSWORD=x
                """);
        Files.setPosixFilePermissions(home.secrets(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(check("secrets").fix()).startsWith("`chmod 600 ");
        Files.setPosixFilePermissions(home.secrets(), PosixFilePermissions.fromString("rw-------"));
        assertThat(check("secrets").status()).isEqualTo(Status.ok);
    }

    @Test
    void missingProgramsAreNamed() {
        assertThat(check("programs").found()).contains("auth.jar", "backing-servers.jar", "lib");
    }

    @Test
    void mavenIsFoundOnThePathAlone() throws IOException {
        environment.put("PATH", folder.toString());
        assertThat(check("maven").status()).isEqualTo(Status.fail);
        Path maven = Files.createFile(folder.resolve("mvn"));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        assertThat(check("maven").found()).isEqualTo(maven + " is found");
    }

    private CheckResult check(String name) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ThisMachine machine =
                ThisMachine.of(new Installation(folder.resolve("dist"), home, java, environment));
        return new CheckRunner(Duration.ofSeconds(10), "")
                .run(machine.checks(), "ports", machine::portChecks).stream()
                        .filter(result -> result.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
