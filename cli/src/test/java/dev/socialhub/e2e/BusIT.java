package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.cli.CommandOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of the bus of a running platform, and changes there. */
class BusIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final ObjectMapper json = new ObjectMapper();

    @TempDir Path folder;

    @Test
    void anEventIsFollowedFromTheWriteToEverybodyWhoHandlesIt() throws Exception {
        Client.Person person = platform.gateway().signUp();
        CompletableFuture<CommandOutcome> tail =
                CompletableFuture.supplyAsync(() ->
                        platform.ctl(
                                "events",
                                "tail",
                                "--from",
                                "5m",
                                "--key",
                                person.id(),
                                "--type",
                                "user.profile_updated",
                                "-n",
                                "1",
                                "-o",
                                "json"));
        Client.Answer changed =
                person.client().patch("/api/v1/users/me", Map.of("name", "Somebody Else"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);

        CommandOutcome seen = tail.get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(seen.exitCode()).as(seen.err()).isZero();
        assertThat(seen.out().lines()).hasSize(1);
        JsonNode record = json.readTree(seen.out());
        assertThat(record.at("/event/data/name").asText()).isEqualTo("Somebody Else");
        String id = record.at("/event/id").asText();

        JsonNode shown = document("events", "show", id);
        assertThat(shown.at("/record/event")).isEqualTo(record.get("event"));
        String place =
                "%s-%d@%d"
                        .formatted(
                                record.get("topic").asText(),
                                record.get("partition").asInt(),
                                record.get("offset").asLong());
        assertThat(document("events", "show", place)).isEqualTo(shown);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(document("events", "trace", id).get("groups"))
                                .extracting(group ->
                                        group.get("group").asText()
                                                + " "
                                                + group.get("state").asText())
                                .containsExactlyInAnyOrder(
                                        "users handled",
                                        "users-cache handled",
                                        "posts handled",
                                        "notifications handled",
                                        "chat handled"));
        JsonNode trace = document("events", "trace", id);
        assertThat(trace.get("outbox")).isEmpty();
        assertThat(trace.get("traceId").asText()).hasSize(32);
        assertThat(trace.get("groups"))
                .filteredOn(group -> group.get("group").asText().equals("posts"))
                .allSatisfy(group -> assertThat(group.get("claimedAt").isTextual()).isTrue());

        CommandOutcome brief = platform.ctl("events", "trace", id);
        assertThat(brief.out()).contains(id + ", user.profile_updated", "bus      " + place);
    }

    @Test
    void followingEndsWithThePipeAndWithCtrlC() {
        platform.gateway().signUp();
        CommandOutcome head =
                platform.paste("socialhubctl events tail --no-follow --topic USER_TOPIC | head -1");
        assertThat(head.err()).isEmpty();
        assertThat(head.out().lines()).hasSize(1);
        CommandOutcome interrupted =
                platform.paste(
                        "timeout --preserve-status --signal=INT 5 socialhubctl events tail"
                                + " --topic USER_TOPIC.replay");
        assertThat(interrupted.exitCode()).as(interrupted.err()).isEqualTo(130);
        assertThat(interrupted.err()).isEmpty();
    }

    @Test
    void nobodyHasAnEventThatNeverWas() {
        String never = "01920000-0000-7000-8000-" + UUID.randomUUID().toString().substring(24);
        assertThat(platform.ctl("events", "show", never, "--all").exitCode()).isEqualTo(4);
        assertThat(platform.ctl("events", "trace", never).exitCode()).isEqualTo(4);
        assertThat(platform.ctl("events", "show", "POST_TOPIC-77@0").exitCode()).isEqualTo(4);
        assertThat(platform.ctl("events", "tail", "--topic", "nowhere").exitCode()).isEqualTo(4);
        assertThat(platform.ctl("events", "trace", "never").exitCode()).isEqualTo(2);
    }

    @Test
    void aTopicOfOnesOwnIsMadeChangedAndDeleted() throws IOException {
        String name = "shadow-" + UUID.randomUUID();
        assertThat(document("topics", "create", name).get("changes").get(0).get("then").asText())
                .isEqualTo("6");
        assertThat(document("topics", "create", name).get("changes")).isEmpty();
        assertThat(platform.ctl("topics", "create", name, "--partitions", "3").exitCode())
                .isEqualTo(1);

        String[] alter = {
            "topics", "alter", name, "--partitions", "7", "--setting", "retention.ms=3600000"
        };
        assertThat(document(alter).get("applied").asBoolean()).isFalse();
        assertThat(document("topics", "describe", name).get("partitions")).hasSize(6);
        assertThat(document(with(alter, "--execute")).get("applied").asBoolean()).isTrue();
        await().atMost(SOON)
                .untilAsserted(() -> {
                    JsonNode described = document("topics", "describe", name);
                    assertThat(described.get("partitions")).hasSize(7);
                    assertThat(described.at("/settings/retention.ms").asText())
                            .isEqualTo("3600000");
                });
        assertThat(platform.ctl("topics", "alter", name, "--partitions", "2").exitCode())
                .isEqualTo(5);

        CommandOutcome unconfirmed = platform.ctl("topics", "delete", name);
        assertThat(unconfirmed.exitCode()).isEqualTo(5);
        assertThat(unconfirmed.out()).contains("would be deleted", "7 partitions");
        assertThat(platform.ctl("topics", "list").out()).contains(name);
        assertThat(platform.ctl("topics", "delete", name, "--execute").exitCode()).isZero();
        await().atMost(SOON).until(() -> platform.ctl("topics", "describe", name).exitCode() == 4);
        assertThat(platform.ctl("topics", "delete", "USER_TOPIC", "--execute").exitCode())
                .isEqualTo(5);
        assertThat(document("topics", "describe", "USER_TOPIC").get("declared").asBoolean())
                .isTrue();
    }

    @Test
    void aGroupIsMovedOnlyWhileNobodyIsInIt() throws IOException {
        String[] reset = {
            "groups", "reset", "notifications", "--topic", "POST_TOPIC", "--to", "-1"
        };
        JsonNode plan = document(reset);
        assertThat(plan.get("applied").asBoolean()).isFalse();
        assertThat(plan.get("partitions")).hasSize(6);
        CommandOutcome refused = platform.ctl(with(reset, "--execute"));
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("socialhubctl stop notifications");
        assertThat(platform.ctl("groups", "lag", "nobody").exitCode()).isEqualTo(4);
        assertThat(platform.ctl(with(reset, "--partition", "77")).exitCode()).isEqualTo(4);

        assertThat(platform.ctl("stop", "notifications").exitCode()).isZero();
        try {
            assertThat(document(with(reset, "--execute")).get("applied").asBoolean()).isTrue();
        } finally {
            platform.up();
        }
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(document("groups", "list").get("groups"))
                                .filteredOn(
                                        one -> one.get("group").asText().equals("notifications"))
                                .allSatisfy(one -> {
                                    assertThat(one.get("state").asText()).isEqualTo("Stable");
                                    assertThat(one.get("lag").asLong()).isZero();
                                }));
        assertThat(platform.ctl("groups", "lag", "notifications", "--total").out())
                .contains("notifications", "0 s");
    }

    @Test
    void whatWaitsForKafkaIsToldAndSent() throws IOException {
        assertThat(platform.ctl("outbox", "flush").exitCode()).isZero();
        assertThat(document("outbox", "status").get("services"))
                .extracting(service -> service.get("service").asText())
                .contains("auth", "posts", "users")
                .doesNotContain("notifications");
        assertThat(platform.ctl("outbox", "status", "notifications").exitCode()).isEqualTo(4);
        assertThat(platform.ctl("outbox", "flush", "nobody").exitCode()).isEqualTo(4);
    }

    @Test
    void aBusThatDoesNotAnswerIsNamedInOneLine() throws IOException {
        int nobody = PlatformUnderTest.freePorts(1).getFirst();
        Path contexts = folder.resolve("contexts.yaml");
        Files.writeString(
                contexts,
                """
                contexts:
                  away:
                    gateway: http://127.0.0.1:%1$d
                    services:
                      posts: [http://127.0.0.1:%1$d]
                    kafka:
                      bootstrap.servers: 127.0.0.1:%1$d
                    serviceTokenKey: MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=
                """
                        .formatted(nobody));
        Files.setPosixFilePermissions(contexts, PosixFilePermissions.fromString("rw-------"));
        Map<String, String> elsewhere = Map.of("SOCIALHUB_CONTEXTS", contexts.toString());
        // Each command waits until it gives up, so they run at the same time.
        Map<List<String>, CompletableFuture<CommandOutcome>> asked = new LinkedHashMap<>();
        for (List<String> command :
                List.of(
                        List.of("topics", "list"),
                        List.of("groups", "list"),
                        List.of("events", "tail"),
                        List.of("outbox", "status"))) {
            String[] there = with(command.toArray(String[]::new), "--context", "away");
            asked.put(command, CompletableFuture.supplyAsync(() -> platform.ctl(elsewhere, there)));
        }
        asked.forEach((command, answer) -> {
            CommandOutcome silent = answer.join();
            assertThat(silent.exitCode()).as("%s: %s", command, silent.err()).isEqualTo(69);
            assertThat(silent.err().lines()).as(command.toString()).hasSize(1);
        });
    }

    private JsonNode document(String... arguments) throws IOException {
        CommandOutcome outcome = platform.ctl(with(arguments, "-o", "json"));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return json.readTree(outcome.out());
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
    }
}
