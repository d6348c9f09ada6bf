package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.cli.CommandOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's commands on a running platform: restarting a part of it, checking the machine. */
class OperatorIT {

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final ObjectMapper json = new ObjectMapper();

    @TempDir Path folder;

    @Test
    void aRestartedServiceIsAnotherProcessWithTheSameData() throws IOException {
        Client.Person author = platform.gateway().signUp();
        Client.Answer posted =
                author.client().post("/api/v1/posts", Map.of("content", "before the restart"));
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        Map<String, JsonNode> before = platform.processes();

        CommandOutcome restart = platform.ctl("restart", "posts", "-o", "json");
        assertThat(restart.exitCode()).as(restart.err()).isZero();
        JsonNode restarted = json.readTree(restart.out()).get("processes");
        assertThat(restarted).hasSize(1);
        assertThat(restarted.get(0).get("name").asText()).isEqualTo("posts");

        Map<String, JsonNode> after = platform.processes();
        after.forEach((name, process) -> {
            assertThat(process.get("state").asText()).as(name).isEqualTo("running");
            long earlier = Objects.requireNonNull(before.get(name)).get("pid").asLong();
            assertThat(process.get("pid").asLong() == earlier)
                    .as(name + " is the same process")
                    .isEqualTo(!name.equals("posts"));
        });
        String path = "/api/v1/posts/" + posted.json().get("id").asText();
        assertThat(platform.service("posts").as(author.token()).get(path).status()).isEqualTo(200);
    }

    @Test
    void restartOfAnUnknownNameChangesNothing() {
        long pid = platform.process("posts").pid();
        CommandOutcome outcome = platform.ctl("restart", "posts", "mail");
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err()).contains("no process named 'mail'");
        assertThat(platform.process("posts").pid()).isEqualTo(pid);
    }

    @Test
    void theDoctorFindsARunningPlatformWell() throws IOException {
        CommandOutcome outcome = platform.ctl("doctor", "-o", "json");
        assertThat(outcome.exitCode()).as("%s%n%s", outcome.out(), outcome.err()).isZero();
        Map<String, JsonNode> checks = checks(outcome.out());
        assertThat(checks).containsKeys("jdk", "memory", "disk", "secrets", "port-gateway");
        platform.processes()
                .forEach((name, process) -> {
                    JsonNode check = Objects.requireNonNull(checks.get("port-" + name));
                    String port = check.get("found").asText();
                    assertThat(port)
                            .contains("our own " + name, "pid " + process.get("pid").asText());
                });
    }

    @Test
    void theDoctorNamesAPortThatSomebodyElseHolds() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> elsewhere = new HashMap<>();
            elsewhere.put("SOCIALHUB_HOME", folder.resolve("home").toString());
            elsewhere.put("AUTH_PORT", Integer.toString(taken.getLocalPort()));
            JsonNode port = failed(elsewhere, "port-auth");
            assertThat(port.get("found").asText())
                    .contains("pid " + ProcessHandle.current().pid(), "" + taken.getLocalPort());
            assertThat(port.get("fix").asText()).contains("AUTH_PORT");
        }
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void theDoctorNamesSecretsThatOthersMayRead() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path secrets =
                Files.copy(
                        platform.home().resolve("secrets.env"),
                        home.resolve("secrets.env"),
                        StandardCopyOption.COPY_ATTRIBUTES);
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-r--r--"));
        JsonNode found = failed(Map.of("SOCIALHUB_HOME", home.toString()), "secrets");
        assertThat(found.get("fix").asText()).isEqualTo("`chmod 600 " + secrets + "`");
    }

    /** The failed check of this name, for a platform that never ran. */
    private JsonNode failed(Map<String, String> environment, String name) throws Exception {
        Path out = folder.resolve("doctor.json");
        ProcessBuilder doctor =
                new ProcessBuilder(
                                platform.root().resolve("socialhubctl").toString(),
                                "doctor",
                                "-o",
                                "json")
                        .redirectOutput(out.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        doctor.environment().keySet().removeIf(variable -> variable.endsWith("_PORT"));
        doctor.environment().put("SOCIALHUB_BUILD", "never");
        doctor.environment().putAll(environment);
        Process process = doctor.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
        JsonNode check = Objects.requireNonNull(checks(Files.readString(out)).get(name));
        assertThat(check.get("status").asText()).isEqualTo("fail");
        return check;
    }

    private Map<String, JsonNode> checks(String document) throws IOException {
        JsonNode report = json.readTree(document);
        assertThat(report.get("version").asInt()).isEqualTo(1);
        Map<String, JsonNode> checks = new HashMap<>();
        report.get("checks").forEach(check -> checks.put(check.get("name").asText(), check));
        return checks;
    }
}
