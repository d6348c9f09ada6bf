package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first minutes of a new user of the repository. */
class ReadmeQuickStartIT {

    private static final Pattern BASH = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);

    private final PlatformUnderTest platform = PlatformUnderTest.shared();

    @Test
    void signsUpLogsInPostsAndIsNotifiedOnTheShortPaths() {
        Client gateway = platform.gateway();
        Client.Answer signUp =
                gateway.post(
                        "/auth/signup",
                        Map.of(
                                "name", "Jane Doe",
                                "email", "jane@example.com",
                                "username", "janedoe",
                                "password", "SecurePass123!"));
        assertThat(signUp.status()).as(signUp.text()).isEqualTo(201);
        assertThat(signUp.json().get("message").asText()).isEqualTo("User created successfully");
        assertThat(signUp.json().get("token").asText()).isNotEmpty();

        Client.Answer logIn =
                gateway.post(
                        "/auth/login",
                        Map.of("identifier", "jane@example.com", "password", "SecurePass123!"));
        assertThat(logIn.status()).as(logIn.text()).isEqualTo(200);

        Client jane = gateway.as(logIn.json().get("token").asText());
        Client.Answer post =
                jane.post(
                        "/posts/",
                        Map.of("content", "My first post on SocialHub!", "visibility", "public"));
        assertThat(post.status()).as(post.text()).isEqualTo(201);
        assertThat(post.json().get("content").asText()).isEqualTo("My first post on SocialHub!");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(messages(jane.get("/notify/notifications").json()))
                                .contains("You created a new post!"));
        Client.Answer unread = jane.get("/api/v1/notifications/unread-count");
        assertThat(unread.json().get("count").asInt()).isZero();
    }

    @Test
    void everyCommandOfTheReadmesQuickStartWorks() throws Exception {
        assumeThat(isFound("curl")).as("curl is installed").isTrue();
        String script = "set -euo pipefail\n" + quickStart();
        Path file = Files.createTempFile("quick-start", ".sh");
        Path output = Files.createTempFile("quick-start", ".txt");
        Files.writeString(file, script);
        Process bash =
                new ProcessBuilder("bash", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(bash.waitFor(90, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output);
        assertThat(bash.exitValue()).as("%s%n%s", script, said).isZero();
        assertThat(said)
                .contains("User created successfully")
                .contains("My first post on SocialHub!")
                .contains("You created a new post!");
    }

    /** The shell blocks of the README's quick start, changed to this platform's port. */
    private String quickStart() throws IOException {
        String readme = Files.readString(platform.root().resolve("README.md"));
        String section = readme.substring(readme.indexOf("## Quick start"));
        section = section.substring(0, section.indexOf("\n## ", 1));
        StringBuilder script = new StringBuilder();
        Matcher block = BASH.matcher(section);
        while (block.find()) {
            script.append(block.group(1));
        }
        assertThat(script).contains("curl");
        return script.toString()
                .replace(
                        "http://localhost:8080",
                        "http://127.0.0.1:" + platform.port("GATEWAY_PORT"))
                .replace("./socialhubctl up --detach\n", "");
    }

    private static boolean isFound(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static List<String> messages(JsonNode page) {
        return page.get("items").findValuesAsText("message");
    }
}
