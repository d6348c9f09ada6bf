package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.cli.CommandOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Records that no consumer can handle become dead letters, are reported, and are retried after the
 * repair, or deleted.
 */
class DeadLetterIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final ObjectMapper json = new ObjectMapper();

    @AfterEach
    void leaveNoLetter() throws SQLException {
        heal();
        for (String topic : List.of("USER_TOPIC", "POST_TOPIC")) {
            CommandOutcome purge = platform.ctl("dlt", "purge", topic, "--execute");
            assertThat(purge.exitCode()).as(purge.err()).isZero();
        }
    }

    @Test
    void poisonLiesAsideWithItsReasonAndEverythingElseFlows() throws Exception {
        Client.Person ada = platform.gateway().signUp();
        String key = UUID.randomUUID().toString();
        send("USER_TOPIC", key, "\u001b[31mpoison");
        rename(ada, "After the poison");
        await().atMost(SOON).until(() -> nameAtPosts(ada).equals("After the poison"));
        for (String group : List.of("users", "users-cache", "posts", "notifications", "chat")) {
            await().atMost(SOON).until(() -> letters(group, key).size() == 1);
            JsonNode letter = letters(group, key).getFirst();
            assertThat(letter.get("reason").asText()).startsWith("MalformedEvent: ");
            assertThat(letter.get("origin").asText()).startsWith("USER_TOPIC-");
            assertThat(letter.get("text").asText()).isEqualTo("\ufffd[31mpoison");
        }
        assertThat(ctl(0, "dlt", "show", "posts", "--key", key).out())
                .contains("MalformedEvent", "\ufffd[31mpoison")
                .doesNotContain("\u001b");
        assertThat(ctl(0, "dlt", "list").out())
                .containsPattern("USER_TOPIC.posts.dlt +posts +\\d+ .*MalformedEvent");
        assertThat(verified().get("status").asText()).isEqualTo("warn");
        assertThat(verified().get("found").asText()).contains("USER_TOPIC.posts.dlt");

        // No repair turns it into an event.
        CommandOutcome retry = ctl(3, "dlt", "retry", "posts", "--key", key, "--execute");
        assertThat(retry.err()).contains("1 dead letters were retried, 1 failed again");
        List<JsonNode> both = letters("posts", key);
        assertThat(both).hasSize(2);
        assertThat(both.getLast().get("origin")).isEqualTo(both.getFirst().get("origin"));

        CommandOutcome unconfirmed = ctl(5, "dlt", "purge", "posts");
        assertThat(unconfirmed.out()).contains("USER_TOPIC.posts.dlt");
        assertThat(letters("posts", key)).hasSize(2);
        ctl(0, "dlt", "purge", "posts", "--execute");
        assertThat(letters("posts", key)).isEmpty();
        assertThat(letters("users", key)).hasSize(1);
    }

    @Test
    void lettersTakeTheirEffectInTheirOrderOnceTheCauseIsMended() throws Exception {
        Client.Person ada = platform.gateway().signUp();
        Client.Person bob = platform.gateway().signUp();
        await().atMost(SOON)
                .until(() -> !nameAtPosts(ada).isEmpty() && !nameAtPosts(bob).isEmpty());
        String before = nameAtPosts(ada);
        refuse(ada);
        rename(ada, "Ada the Second");
        rename(ada, "Ada the Third");
        rename(bob, "Bob the Second");
        await().atMost(SOON).until(() -> letters("posts", ada.id()).size() == 2);
        await().atMost(SOON).until(() -> nameAtPosts(bob).equals("Bob the Second"));
        assertThat(nameAtPosts(ada)).isEqualTo(before);
        assertThat(letters("posts", ada.id()))
                .extracting(letter -> letter.at("/event/data/name").asText())
                .containsExactly("Ada the Second", "Ada the Third");

        // Retried too early, they become dead letters again, in the same order.
        ctl(3, "dlt", "retry", "posts", "--execute");
        assertThat(nameAtPosts(ada)).isEqualTo(before);
        assertThat(letters("posts", ada.id()))
                .extracting(letter -> letter.at("/event/data/name").asText())
                .containsExactly("Ada the Second", "Ada the Third");

        heal();
        JsonNode plan = document("dlt", "retry", "USER_TOPIC.posts.dlt");
        assertThat(plan.get("executed").asBoolean()).isFalse();
        assertThat(plan.at("/topics/0/letters").asLong()).isEqualTo(2);
        assertThat(plan.at("/topics/0/keys/0/key").asText()).isEqualTo(ada.id());
        JsonNode retried = document("dlt", "retry", "USER_TOPIC.posts.dlt", "--execute");
        assertThat(retried.get("retried").asLong()).isEqualTo(2);
        assertThat(retried.get("cameBack").asLong()).isZero();
        assertThat(nameAtPosts(ada)).isEqualTo("Ada the Third");
        assertThat(letters("posts", ada.id())).isEmpty();
        assertThat(ctl(0, "dlt", "retry", "posts", "--execute").err())
                .contains("There are no dead letters.");
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        for (String verb : List.of("show", "retry", "purge")) {
            assertThat(ctl(4, "dlt", verb, "nobody").err())
                    .contains("no dead-letter topic for 'nobody'")
                    .hasLineCount(1);
        }
        assertThat(ctl(0, "dlt", "show", "posts", "--key", "nothing").err())
                .contains("There are no dead letters with that key.");
        ctl(2, "dlt", "show", "posts", "--limit", "0");
    }

    private List<JsonNode> letters(String group, String key) throws IOException {
        List<JsonNode> letters = new ArrayList<>();
        document("dlt", "show", group, "--key", key).get("letters").forEach(letters::add);
        return letters;
    }

    private JsonNode verified() throws IOException {
        return document("verify", "--only", "dead-letters").at("/stages/0/checks/0");
    }

    private JsonNode document(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addAll(List.of("-o", "json"));
        return json.readTree(ctl(0, command.toArray(String[]::new)).out());
    }

    private CommandOutcome ctl(int exitCode, String... arguments) {
        CommandOutcome outcome = platform.ctl(arguments);
        assertThat(outcome.exitCode())
                .as("%s%n%s%n%s", List.of(arguments), outcome.out(), outcome.err())
                .isEqualTo(exitCode);
        return outcome;
    }

    private static void rename(Client.Person person, String name) {
        Client.Answer answer = person.client().patch("/api/v1/users/me", Map.of("name", name));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private String nameAtPosts(Client.Person person) throws SQLException {
        try (Connection database = platform.database("posts");
                PreparedStatement query =
                        database.prepareStatement("select name from author where user_id = ?")) {
            query.setObject(1, UUID.fromString(person.id()));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private void send(String topic, String key, String value)
            throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", "127.0.0.1:" + platform.port("KAFKA_PORT")),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    topic,
                                    key.getBytes(StandardCharsets.UTF_8),
                                    value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    /** Makes posts' database refuse every change of this user's name, as a constraint might. */
    private void refuse(Client.Person person) throws SQLException {
        execute(
                """
                create or replace function public.refuse_author() returns trigger
                language plpgsql as $$ begin
                raise exception 'this author is refused' using errcode = 'check_violation';
                end $$\
                """);
        execute(
                """
                create trigger refuse_author before update on author for each row
                when (new.user_id = '%s') execute function public.refuse_author()\
                """
                        .formatted(UUID.fromString(person.id())));
    }

    private void heal() throws SQLException {
        execute("drop trigger if exists refuse_author on author");
        execute("drop function if exists public.refuse_author()");
    }

    private void execute(String sql) throws SQLException {
        try (Connection database = platform.database("posts");
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
