package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.backing.process.Command;
import dev.socialhub.cli.CommandOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Faults as operators meet them. Each is named by {@code verify}; the fix it prints is pasted
 * unchanged; then every check succeeds again.
 */
class PlantedFaultsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void aKilledService() throws IOException {
        platform.kill("posts");
        repair("posts", "not running: it was killed or crashed");
    }

    @Test
    @Tag("campaign")
    void aKilledServer() throws IOException {
        platform.kill("redis");
        repair("redis", "not running: it was killed or crashed");
    }

    @Test
    void aDeletedTopic() throws Exception {
        try (Admin kafka = kafka()) {
            delete(kafka, "POST_TOPIC");
        }
        repair("topics", "POST_TOPIC: missing");
    }

    @Test
    @Tag("campaign")
    void aTopicWithOnePartition() throws Exception {
        platform.gateway().signUp();
        // After a restart the leaders of partitions have a higher epoch than those of a new topic.
        assertThat(platform.ctl("restart", "kafka").exitCode()).isZero();
        replay();
        try (Admin kafka = kafka()) {
            delete(kafka, "USER_TOPIC.replay");
            NewTopic narrow =
                    new NewTopic("USER_TOPIC.replay", 1, (short) 1)
                            .configs(Map.of("retention.ms", "604800000"));
            kafka.createTopics(List.of(narrow)).all().get();
        }
        Map<String, JsonNode> failed = failed();
        assertThat(found(failed, "topics"))
                .contains("USER_TOPIC.replay: 1 partition, declared are 6");
        paste(check(failed, "topics"));
        // A client that knew the deleted partitions takes the new ones, whose epoch is lower, for
        // older ones until it is restarted; so the next fix is a restart.
        CommandOutcome mended = platform.ctl("verify", "--stage", "3", "-o", "json");
        failed(mended).values().forEach(this::paste);
        assertAllWell();
        replay();
    }

    /** All consumers of the topic handle it. */
    private void replay() {
        CommandOutcome outcome =
                platform.ctl("events", "replay", "--topic", "USER_TOPIC", "--execute");
        assertThat(outcome.exitCode()).as("%s%n%s", outcome.out(), outcome.err()).isZero();
    }

    @Test
    @Tag("campaign")
    void aConsumerThatReadsAsAnotherGroup() throws IOException {
        Map<String, String> other = Map.of("CONSUMER_GROUP", "other");
        CommandOutcome restart = platform.ctl(other, "restart", "notifications");
        assertThat(restart.exitCode()).as(restart.err()).isZero();
        repair("group-notifications", "group notifications has no consumer");
    }

    @Test
    void droppedTables() throws Exception {
        execute("posts", "drop table edge");
        execute("users", "drop table idempotency");
        Map<String, JsonNode> failed = failed();
        assertThat(found(failed, "schema-posts")).contains("table edge");
        assertThat(found(failed, "schema-users")).contains("table idempotency");
        paste(check(failed, "schema-posts"));
        paste(check(failed, "schema-users"));
        assertAllWell();
    }

    @Test
    @Tag("campaign")
    void aServiceWithAnotherServiceTokenKey() throws Exception {
        Path secrets = platform.home().resolve("secrets.env");
        Path right = platform.home().resolve("secrets.right");
        Files.copy(secrets, right, StandardCopyOption.COPY_ATTRIBUTES);
        try {
            String wrong = "SERVICE_TOKEN_KEY=" + "A".repeat(43) + "=";
            Files.writeString(
                    secrets, Files.readString(right).replaceAll("SERVICE_TOKEN_KEY=.*", wrong));
            CommandOutcome restart = platform.ctl("restart", "posts");
            assertThat(restart.exitCode()).as(restart.err()).isZero();
        } finally {
            Files.move(right, secrets, StandardCopyOption.REPLACE_EXISTING);
        }
        repair("keys-posts", "posts has another SERVICE_TOKEN_KEY than this operator");
    }

    @Test
    void aDataFolderThatIsReadOnly() throws IOException {
        String folder = platform.home().resolve("data/mongodb").toString();
        assumeTrue(succeeds("mount", "--bind", folder, folder), "mounting needs the right to");
        try {
            assertThat(succeeds("mount", "-o", "remount,ro,bind", folder)).isTrue();
            repair("data", folder + " is mounted read-only");
        } finally {
            assertThat(succeeds("umount", folder)).isTrue();
        }
    }

    @Test
    @Tag("campaign")
    void aDataFolderThatIsFull() throws IOException {
        // An additional folder beside the servers': none of these must really run out of space.
        Path folder = Files.createDirectories(platform.home().resolve("data/full"));
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()),
                "mounting needs the right to");
        try {
            Files.write(folder.resolve("big"), new byte[1 << 20]);
            assertThat(found(failed(), "data")).contains(folder.toString());
            CommandOutcome doctor = platform.ctl("doctor");
            assertThat(doctor.exitCode()).isEqualTo(3);
            assertThat(doctor.out()).contains("free space", folder.toString());
        } finally {
            assertThat(succeeds("umount", folder.toString())).isTrue();
            Files.delete(folder);
        }
        assertAllWell();
    }

    @Test
    @Tag("campaign")
    void aStrangerOnThePortOfAService() throws IOException {
        platform.kill("posts");
        Process stranger = PortSquatter.on(platform.port("POSTS_PORT"));
        try {
            repair("posts", "is held by java (pid " + stranger.pid() + ")");
        } finally {
            stranger.destroyForcibly();
        }
    }

    /**
     * The check fails with that text; the fix that it prints is pasted, and then every check
     * succeeds.
     */
    private void repair(String check, String text) throws IOException {
        Map<String, JsonNode> failed = failed();
        assertThat(found(failed, check)).contains(text);
        paste(check(failed, check));
        assertAllWell();
    }

    private Map<String, JsonNode> failed() throws IOException {
        CommandOutcome outcome = platform.ctl("verify", "--stage", "3", "-o", "json");
        assertThat(outcome.exitCode()).as("%s%n%s", outcome.out(), outcome.err()).isEqualTo(3);
        return failed(outcome);
    }

    private Map<String, JsonNode> failed(CommandOutcome outcome) throws IOException {
        Map<String, JsonNode> failed = new LinkedHashMap<>();
        for (JsonNode stage : json.readTree(outcome.out()).get("stages")) {
            for (JsonNode check : stage.get("checks")) {
                if (check.get("status").asText().equals("fail")) {
                    failed.put(check.get("name").asText(), check);
                }
            }
        }
        return failed;
    }

    private static String found(Map<String, JsonNode> failed, String check) {
        return check(failed, check).get("found").asText();
    }

    private static JsonNode check(Map<String, JsonNode> failed, String check) {
        assertThat(failed).containsKey(check);
        return Objects.requireNonNull(failed.get(check));
    }

    private void paste(JsonNode check) {
        String fix = check.get("fix").asText();
        CommandOutcome pasted = platform.paste(fix);
        assertThat(pasted.exitCode()).as("%s%n%s%n%s", fix, pasted.out(), pasted.err()).isZero();
    }

    private void assertAllWell() {
        CommandOutcome outcome = platform.ctl("verify", "--stage", "3");
        assertThat(outcome.exitCode()).as("%s%n%s", outcome.out(), outcome.err()).isZero();
    }

    private Admin kafka() {
        return Admin.create(
                Map.of("bootstrap.servers", "127.0.0.1:" + platform.port("KAFKA_PORT")));
    }

    private static void delete(Admin kafka, String topic)
            throws ExecutionException, InterruptedException {
        kafka.deleteTopics(List.of(topic)).all().get();
        await().atMost(SOON).until(() -> !kafka.listTopics().names().get().contains(topic));
    }

    private void execute(String service, String sql) throws SQLException {
        try (Connection database = platform.database(service);
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean succeeds(String... command) {
        return Command.run(List.of(command)).succeeded();
    }
}
