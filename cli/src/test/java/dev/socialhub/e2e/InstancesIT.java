package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.CommandOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Several instances of one service are added, die, are restarted and removed while clients keep
 * sending requests.
 */
class InstancesIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern REQUESTS =
            Pattern.compile(
                    "^http_server_requests_seconds_count\\{[^}]*uri=\"/api/v1/posts[^}]*} (\\S+)$",
                    Pattern.MULTILINE);

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final Client.Person author = platform.gateway().signUp();
    private String path;

    @BeforeEach
    void publish() {
        Client.Answer posted = author.client().post("/api/v1/posts", Map.of("content", "to read"));
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        path = "/api/v1/posts/" + posted.json().get("id").asText();
    }

    @AfterEach
    void backToOne() {
        scale(1);
    }

    @Test
    void callersNoticeNothingWhenInstancesComeDieAreRestartedAndGo() throws Exception {
        long first = platform.process("posts").pid();
        try (SteadyLoad load = new SteadyLoad(author.client(), path)) {
            scale(2);
            assertThat(platform.process("posts").pid()).isEqualTo(first);
            assertBothAreAsked();

            platform.kill("posts-2");
            load.goOn(Duration.ofSeconds(5));
            assertThat(load.failures()).as("after a kill").isEmpty();

            // The number is kept until it is changed.
            platform.up();
            assertBothAreAsked();
            assertThat(ctl("logs", "-n", "5", "posts-2").out()).contains("posts-2");
            long second = platform.process("posts-2").pid();
            assertThat(ctl("restart", "posts").err()).contains("posts-2");
            assertThat(platform.process("posts").pid()).isNotEqualTo(first);
            assertThat(platform.process("posts-2").pid()).isNotEqualTo(second);
            assertThat(load.failures()).as("after a restart of both").isEmpty();

            scale(1);
            load.goOn(Duration.ofSeconds(1));
            assertThat(load.failures()).as("after one has left").isEmpty();
            assertThat(platform.processes()).containsKey("posts").doesNotContainKey("posts-2");
            assertThat(platform.ctl("logs", "posts-2").exitCode()).isEqualTo(4);
            assertThat(load.answered()).isGreaterThan(500);
        }
    }

    @Test
    void whatThereIsOnlyOneOfIsRefused() {
        CommandOutcome outcome = platform.ctl("up", "-d", "--instances", "gateway=2");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is only one gateway");
    }

    private JsonNode process(String name) {
        return Objects.requireNonNull(platform.processes().get(name), name);
    }

    private void assertBothAreAsked() {
        for (String name : List.of("posts", "posts-2")) {
            Client instance = new Client(process(name).get("url").asText());
            double before = requests(instance);
            await().atMost(SOON).until(() -> requests(instance) > before + 20);
        }
    }

    /** How many requests for posts this instance has answered. */
    private static double requests(Client instance) {
        return REQUESTS.matcher(instance.get("/prometheus").text())
                .results()
                .mapToDouble(line -> Double.parseDouble(line.group(1)))
                .sum();
    }

    private void scale(int count) {
        ctl("up", "--detach", "--instances", "posts=" + count);
    }

    private CommandOutcome ctl(String... arguments) {
        CommandOutcome outcome = platform.ctl(arguments);
        assertThat(outcome.exitCode())
                .as("%s: %s%n%s", List.of(arguments), outcome.out(), outcome.err())
                .isZero();
        return outcome;
    }
}
