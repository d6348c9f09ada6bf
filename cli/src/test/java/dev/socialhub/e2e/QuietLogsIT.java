package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Texts of users, and secrets that only they may know, are in no log and no meter. Each such text
 * contains a word that occurs nowhere else, and is sent through every path on which an error
 * occurs.
 */
class QuietLogsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int TOO_LONG = 60_000;

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");
    private final String username = "q" + canary.substring(6, 26);

    @AfterEach
    void leaveNothing() throws SQLException {
        for (String service : List.of("posts", "users")) {
            execute(service, "drop trigger if exists refuse_canary on " + table(service));
            execute(service, "drop function if exists public.refuse_canary()");
        }
        assertThat(platform.ctl("dlt", "purge", "USER_TOPIC", "--execute").exitCode()).isZero();
    }

    @Test
    void nothingThatPeopleWriteStandsInALogOrAMeter() throws Exception {
        Client.Person person = signUp();
        sayWhatIsRight(person);
        sayWhatIsWrong(person.client());
        showFalseTokens();
        sendPoison();
        haveTheDatabaseRefuse(person);
        haveTheDatabaseAway(person.client());

        List<String> secrets =
                List.of(
                        canary,
                        person.token(),
                        person.token().substring(person.token().lastIndexOf('.') + 1));
        for (String meters : meters()) {
            assertThat(meters).contains("# TYPE").doesNotContain(secrets);
        }
        for (Path file : logFiles()) {
            String log = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String secret : secrets) {
                assertThat(log.lines().filter(line -> line.contains(secret)).limit(3))
                        .as(file.getFileName().toString())
                        .isEmpty();
            }
        }
    }

    private String said(String where) {
        return where + "-" + canary;
    }

    private Client.Person signUp() {
        Client.Answer answer = platform.gateway().post("/api/v1/auth/signup", account());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String token = answer.json().get("token").asText();
        return new Client.Person(
                answer.json().at("/user/id").asText(),
                username,
                token,
                platform.gateway().as(token));
    }

    private Map<String, String> account() {
        return Map.of(
                "name",
                said("name"),
                "email",
                said("mail") + "@example.com",
                "username",
                username,
                "password",
                said("Secure-1!"));
    }

    private void sayWhatIsRight(Client.Person person) {
        Client client = person.client();
        assertThat(
                        client.with("Idempotency-Key", said("key"))
                                .post("/api/v1/posts", Map.of("content", said("post")))
                                .status())
                .isEqualTo(201);
        assertThat(client.patch("/api/v1/users/me", Map.of("bio", said("bio"))).status())
                .isEqualTo(200);
        for (String identifier : List.of(username, said("mail") + "@example.com")) {
            Client.Answer answer = logIn(identifier, said("Secure-1!"));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
    }

    private Client.Answer logIn(String identifier, String password) {
        return platform.gateway()
                .post("/api/v1/auth/login", Map.of("identifier", identifier, "password", password));
    }

    private void sayWhatIsWrong(Client client) {
        assertThat(logIn(username, said("wrong")).status()).isEqualTo(401);
        assertThat(logIn(said("nobody") + "@example.com", said("wrong")).status()).isEqualTo(401);
        assertThat(platform.gateway().post("/api/v1/auth/signup", account()).status())
                .isEqualTo(409);
        refused(client, "POST", "/api/v1/posts", "{\"content\": " + canary);
        refused(client, "POST", "/api/v1/posts", "{\"content\":\"x\",\"" + canary + "\":1}");
        refused(client, "POST", "/api/v1/posts", "{\"visibility\":\"" + canary + "\"}");
        refused(client, "PATCH", "/api/v1/users/me", "{\"bio\":[\"" + canary + "\"]}");
        refused(
                client,
                "POST",
                "/api/v1/posts",
                "{\"content\":\"" + canary + "x".repeat(TOO_LONG) + "\"}");
        refused(
                client.with("Idempotency-Key", said("key") + " with spaces"),
                "POST",
                "/api/v1/posts",
                "{\"content\":\"x\"}");
        assertThat(client.get("/api/v1/posts?cursor=" + canary).status()).isBetween(400, 499);
        assertThat(client.get("/api/v1/posts?limit=" + canary).status()).isBetween(400, 499);
        assertThat(
                        client.with("Idempotency-Key", said("key"))
                                .post("/api/v1/posts", Map.of("content", said("other")))
                                .status())
                .isEqualTo(422);
    }

    private static void refused(Client client, String method, String path, String body) {
        Client.Answer answer = client.send(method, path, body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as("%s: %s", body, answer.text()).isBetween(400, 499);
    }

    private void showFalseTokens() {
        for (String token :
                List.of(canary, "a." + canary + ".c", "eyJhbGciOiJub25lIn0." + canary)) {
            for (Client client : List.of(platform.gateway(), platform.service("posts"))) {
                assertThat(client.as(token).get("/api/v1/posts").status()).isEqualTo(401);
            }
        }
        assertThat(
                        platform.gateway()
                                .with("Cookie", "refresh_token=" + canary)
                                .with("User-Agent", canary)
                                .post("/api/v1/auth/token/refresh", Map.of("refreshToken", canary))
                                .status())
                .isBetween(400, 499);
    }

    /** Records that no consumer can read, each in another way. */
    private void sendPoison() throws ExecutionException, InterruptedException, IOException {
        String envelope =
                """
                {"specversion":"1.0","id":"%s","type":"user.profile_updated","source":"/users",\
                "subject":"s","time":"%s","partitionkey":"k","data":%s}\
                """;
        String now = "2026-01-01T00:00:00Z";
        String id = UUID.randomUUID().toString();
        String whole =
                "{\"userId\":\"%s\",\"username\":\"x\",\"name\":\"x\",\"version\":\"%s\"}"
                        .formatted(id, canary);
        send(canary);
        send(envelope.formatted(canary, now, whole.replace("\"" + canary + "\"", "1")));
        send(envelope.formatted(id, canary, whole.replace("\"" + canary + "\"", "1")));
        send(envelope.formatted(id, now, whole));
        send(envelope.formatted(id, now, "\"" + canary + "\""));
        for (String group : List.of("users", "posts", "notifications")) {
            await().atMost(SOON)
                    .until(() ->
                            platform.ctl("dlt", "show", group, "--key", canary)
                                            .out()
                                            .lines()
                                            .filter(line -> line.contains("MalformedEvent"))
                                            .count()
                                    >= 5);
        }
    }

    private void send(String value) throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", "127.0.0.1:" + platform.port("KAFKA_PORT")),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    "USER_TOPIC",
                                    canary.getBytes(StandardCharsets.UTF_8),
                                    value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    /**
     * A constraint of the database, violated by a request and by an event; its error quotes the
     * row.
     */
    private void haveTheDatabaseRefuse(Client.Person person) throws SQLException {
        refuse("posts");
        refuse("users");
        assertThat(person.client().patch("/api/v1/users/me", Map.of("bio", said("more"))).status())
                .isEqualTo(500);
        execute("users", "drop trigger refuse_canary on " + table("users"));
        assertThat(
                        person.client()
                                .patch("/api/v1/users/me", Map.of("name", said("renamed")))
                                .status())
                .isEqualTo(200);
        await().atMost(SOON)
                .until(() ->
                        platform.ctl("dlt", "show", "posts", "--key", person.id())
                                .out()
                                .contains(person.id()));
    }

    private void refuse(String service) throws SQLException {
        execute(
                service,
                """
                create or replace function public.refuse_canary() returns trigger
                language plpgsql as $$ begin
                if new::text like '%%%s%%' then
                raise exception 'refused' using errcode = 'check_violation', detail = new::text;
                end if;
                return new;
                end $$\
                """
                        .formatted(canary));
        execute(
                service,
                """
                create trigger refuse_canary before update on %s for each row
                execute function public.refuse_canary()\
                """
                        .formatted(table(service)));
    }

    private static String table(String service) {
        return service.equals("posts") ? "author" : "profile";
    }

    private void haveTheDatabaseAway(Client client) {
        platform.kill("postgres");
        assertThat(client.post("/api/v1/posts", Map.of("content", said("late"))).status())
                .isEqualTo(503);
        assertThat(client.patch("/api/v1/users/me", Map.of("bio", said("late"))).status())
                .isEqualTo(503);
        assertThat(logIn(username, said("Secure-1!")).status()).isEqualTo(503);
        platform.up();
    }

    private void execute(String service, String sql) throws SQLException {
        try (Connection database = platform.database(service);
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> meters() {
        Client management =
                new Client("http://127.0.0.1:" + platform.port("GATEWAY_MANAGEMENT_PORT"));
        return Stream.concat(
                        Stream.of(management),
                        ServiceNames.behindGateway().stream().map(platform::service))
                .map(service -> service.get("/prometheus").text())
                .toList();
    }

    private List<Path> logFiles() throws IOException {
        try (Stream<Path> files = Files.list(platform.home().resolve("logs"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(8);
            return all;
        }
    }
}
