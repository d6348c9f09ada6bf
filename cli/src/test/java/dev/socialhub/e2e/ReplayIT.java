package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.cli.CommandOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history of a platform, replayed to every consumer group: nothing changes. */
class ReplayIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern ID = Pattern.compile("Replay ([0-9a-z-]+)\\.");
    private static final String FAST = "1000000";

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final ObjectMapper json = new ObjectMapper();

    @TempDir Path folder;

    @Test
    void theWholeHistoryChangesNothing() throws Exception {
        Village village = Village.settle(platform);
        Map<String, String> before = village.state();
        for (String topic : List.of("USER_TOPIC", "POST_TOPIC", "USER_TOPIC")) {
            JsonNode report =
                    document("events", "replay", "--topic", topic, "--rate", FAST, "--execute");
            assertThat(report.get("handled").asBoolean()).isTrue();
            assertThat(report.get("written").asLong())
                    .isEqualTo(report.at("/plan/events").asLong())
                    .isPositive();
        }
        assertThat(village.state()).isEqualTo(before);
    }

    @Test
    void aKilledReplayGoesOnAndChangesNothing() throws Exception {
        Village village = Village.settle(platform);
        Map<String, String> before = village.state();
        Process replay = startSlowly();
        String id = awaitWritten();
        replay.destroyForcibly().waitFor();
        assertThat(saved(id).get("finished").asBoolean()).isFalse();

        CommandOutcome preview = ctl("events", "replay", "--resume", id);
        assertThat(preview.err()).contains("of them are written", "add --execute");
        JsonNode report = document("events", "replay", "--resume", id, "--rate", FAST, "--execute");
        assertThat(report.get("handled").asBoolean()).isTrue();
        assertThat(report.get("written").asLong()).isEqualTo(report.at("/plan/events").asLong());
        assertThat(village.state()).isEqualTo(before);
        assertThat(auditOf(id)).containsExactly("begun", "begun", "ended");
    }

    @Test
    void aReplayThatIsToldToEndSaysHowToGoOn() throws Exception {
        Village.settle(platform);
        Process replay = startSlowly();
        String id = awaitWritten();
        // Like Ctrl-C, whose signal is ignored where the tests run in the background.
        replay.destroy();
        assertThat(replay.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(replay.exitValue()).isEqualTo(143);
        String line =
                Files.readString(folder.resolve("err"))
                        .lines()
                        .filter(one -> one.startsWith("Continue with `"))
                        .findFirst()
                        .orElseThrow();
        assertThat(auditOf(id)).containsExactly("begun", "ended");
        String command = line.substring(line.indexOf('`') + 1, line.lastIndexOf('`'));
        CommandOutcome gone = platform.paste(command + " --rate " + FAST);
        assertThat(gone.exitCode()).as(gone.err()).isZero();
        assertThat(gone.err()).contains("Handled by ");
    }

    @Test
    void anotherTopicGetsEachEventOnceUnlessAskedAgain() throws Exception {
        Client.Person author = platform.gateway().signUp();
        Client.Answer posted =
                author.client().post("/api/v1/posts", Map.of("content", "to be looked at"));
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        String post = posted.json().get("id").asText();
        String look = "POST_TOPIC.look-" + UUID.randomUUID();
        List<String> command =
                List.of(
                        "events",
                        "replay",
                        "--topic",
                        "POST_TOPIC",
                        "--key",
                        post,
                        "--to-topic",
                        look);
        try (Admin kafka =
                Admin.create(
                        Map.of("bootstrap.servers", "127.0.0.1:" + platform.port("KAFKA_PORT")))) {
            await().atMost(SOON).until(() -> document(command).at("/plan/events").asLong() == 1);
            assertThat(kafka.listTopics().names().get()).doesNotContain(look);
            assertThat(document(with(command, "--execute")).get("written").asLong()).isEqualTo(1);
            try {
                JsonNode again = document(with(command, "--execute"));
                assertThat(again.get("written").asLong()).isZero();
                assertThat(again.at("/plan/there").asLong()).isEqualTo(1);
                JsonNode repeated = document(with(command, "--execute", "--repeat"));
                assertThat(repeated.get("written").asLong()).isEqualTo(1);
            } finally {
                kafka.deleteTopics(List.of(look)).all().get();
            }
        }
    }

    @Test
    void whatMakesNoSenseIsRefusedInOneLine() {
        refuses(5, "belongs to the platform", "--to-topic", "USER_TOPIC", "--execute");
        refuses(5, "belongs to the platform", "--to-topic", "USER_TOPIC.posts.dlt");
        refuses(4, "no group named 'nobody' reads POST_TOPIC", "--group", "nobody");
        refuses(2, "isn't a time", "--from", "tomorrow");
        refuses(2, "--rate is 0", "--rate", "0");
        assertThat(platform.ctl("events", "replay", "--topic", "NO_TOPIC").exitCode()).isEqualTo(4);
        assertThat(platform.ctl("events", "replay", "--resume", "../x").exitCode()).isEqualTo(4);
        assertThat(platform.ctl("events", "replay").exitCode()).isEqualTo(2);
    }

    private void refuses(int exitCode, String text, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("events", "replay", "--topic", "POST_TOPIC"));
        command.addAll(List.of(arguments));
        CommandOutcome outcome = platform.ctl(command.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
        assertThat(outcome.err()).contains(text).hasLineCount(1);
    }

    /** So slow that it can be interrupted halfway. */
    private Process startSlowly() throws IOException {
        return platform.start(
                folder.resolve("out"),
                folder.resolve("err"),
                "events",
                "replay",
                "--topic",
                "USER_TOPIC",
                "--rate",
                "10",
                "--execute");
    }

    /** Waits until it has written something, and returns its id. */
    private String awaitWritten() {
        await().atMost(SOON)
                .until(() ->
                        Files.exists(folder.resolve("err"))
                                && ID.matcher(Files.readString(folder.resolve("err"))).find());
        try {
            Matcher id = ID.matcher(Files.readString(folder.resolve("err")));
            assertThat(id.find()).isTrue();
            await().atMost(SOON)
                    .ignoreException(NoSuchFileException.class)
                    .until(() -> saved(id.group(1)).get("written").asLong() >= 10);
            return id.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode saved(String id) throws IOException {
        Path file = platform.home().resolve("notes/replays").resolve(id + ".json");
        return json.readTree(Files.readString(file));
    }

    private List<String> auditOf(String id) throws IOException {
        List<String> steps = new ArrayList<>();
        for (String line : Files.readAllLines(platform.home().resolve("notes/audit.jsonl"))) {
            JsonNode entry = json.readTree(line);
            if (entry.get("id").asText().equals(id)) {
                steps.add(entry.get("step").asText());
            }
        }
        return steps;
    }

    private JsonNode document(List<String> command) throws IOException {
        return document(command.toArray(String[]::new));
    }

    private JsonNode document(String... command) throws IOException {
        return json.readTree(
                ctl(with(List.of(command), "-o", "json").toArray(String[]::new)).out());
    }

    private CommandOutcome ctl(String... command) {
        CommandOutcome outcome = platform.ctl(command);
        assertThat(outcome.exitCode())
                .as("%s%n%s%n%s", List.of(command), outcome.out(), outcome.err())
                .isZero();
        return outcome;
    }

    private static List<String> with(List<String> command, String... more) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(List.of(more));
        return longer;
    }
}
