package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.cli.CommandOutcome;
import dev.socialhub.cli.seed.rows.DataSet;
import dev.socialhub.cli.seed.rows.DataSetSizes;
import dev.socialhub.cli.seed.rows.GeneratedRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform with generated users: they can log in, be viewed and be counted like any others. */
class SeedIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final ObjectMapper json = new ObjectMapper();

    @TempDir Path folder;

    @Test
    void madeUpPeopleAreLikeAnyOthers() throws IOException, SQLException {
        JsonNode report = seed("--profile", "tiny", "--seed", "4711");
        assertThat(report.at("/stages/0/added").asInt()).isEqualTo(20);
        assertThat(report.at("/stages/3/added").asInt()).isEqualTo(80);
        assertThat(report.at("/stages/4/added").asInt()).isEqualTo(100);
        assertThat(
                        json.readTree(platform.home().resolve("demo-logins.json").toFile())
                                .get("logins"))
                .isEqualTo(report.get("logins"));

        String username = report.at("/logins/1/username").asText();
        Client huge = logIn(report, 1);
        JsonNode profile = huge.get("/api/v1/users/" + username).json();
        String id = profile.get("id").asText();
        long followers =
                count("users", "select count(*) from edge where to_id = ? and kind = 'follow'", id);
        assertThat(followers).isGreaterThan(3);
        assertThat(profile.at("/counts/followers").asLong(-1))
                .as(profile.toString())
                .isEqualTo(followers);
        long posts = count("posts", "select count(*) from post where author_id = ?", id);
        assertThat(huge.get("/api/v1/users/" + username + "/posts?limit=100").json().get("items"))
                .hasSize((int) posts);
        assertThat(logIn(report, 2).get("/api/v1/users/me/counts").json().get("following").asInt())
                .isZero();

        JsonNode conversation = logIn(report, 0).get("/api/v1/conversations").json().at("/items/0");
        assertThat(conversation.at("/lastMessage/seq").asInt())
                .as(conversation.toString())
                .isEqualTo(25);

        // A second run adds nothing, and prints the logins again.
        JsonNode again = seed("--profile", "tiny", "--seed", "4711");
        assertThat(again.get("alreadyThere").asBoolean()).isTrue();
        assertThat(again.at("/stages/0/added").asInt()).isZero();
        assertThat(again.get("logins")).isEqualTo(report.get("logins"));
    }

    @Test
    void postsForFollowersAreSeenByFollowersAlone() throws IOException, SQLException {
        JsonNode report = seed("--profile", "tiny", "--seed", "4712");
        String author =
                text(
                        "users",
                        "select user_id::text from profile where username = ?",
                        report.at("/logins/1/username").asText());
        String post =
                text(
                        "posts",
                        "select id::text from post where visibility = 'followers'"
                                + " and author_id = ?::uuid limit 1",
                        author);
        String follower =
                text(
                        "users",
                        "select username from edge join profile on user_id = from_id"
                                + " where kind = 'follow' and to_id = ?::uuid limit 1",
                        author);
        Client fan = logIn(follower, report.get("password").asText());
        assertThat(fan.get("/api/v1/posts/" + post).status()).isEqualTo(200);
        assertThat(platform.gateway().signUp().client().get("/api/v1/posts/" + post).status())
                .isEqualTo(404);
    }

    @Test
    void aRunThatWasKilledGoesOnToTheSameEnd() throws Exception {
        String[] wishes = {
            "--seed", "4713", "--users", "400", "--posts", "30000", "--follows", "9000"
        };
        Path said = folder.resolve("seed.err");
        Process run = start(said, wishes);
        Awaitility.await()
                .atMost(TIMEOUT)
                .until(() -> Files.readString(said).contains("posts: ") || !run.isAlive());
        kill(run);

        JsonNode report = seed(wishes);
        assertThat(report.get("alreadyThere").asBoolean()).isFalse();
        assertThat(report.at("/stages/0/added").asInt()).isZero();
        String tag = report.at("/logins/0/username").asText().replaceAll(".*\\.(.{5}).*", "$1");
        assertThat(report.at("/stages/4/rows").asInt()).isEqualTo(30_000);
        List<String> people = ids(tag);
        assertThat(people).hasSize(400);
        assertThat(total("posts", "select count(*) from post where author_id = any (?)", people))
                .isEqualTo(30_000);
        assertThat(
                        total(
                                "users",
                                "select count(*) from edge where kind = 'follow' and from_id = any (?)",
                                people))
                .isEqualTo(9_000);

        // Without the checkpoint, everything is sent again, and nothing of it is new.
        try (var notes = Files.list(platform.home().resolve("notes"))) {
            for (Path note :
                    notes.filter(file -> file.getFileName().toString().startsWith("seed-"))
                            .toList()) {
                Files.delete(note);
            }
        }
        JsonNode once = seed(wishes);
        int pictures = 200;
        assertThat(once.get("rows").asInt())
                .isEqualTo(
                        30_000 * 7 / 2
                                + pictures
                                + 9_000
                                + 400
                                + 400
                                + 19
                                + once.at("/stages/8/rows").asInt());
        for (JsonNode stage : once.get("stages")) {
            assertThat(stage.get("added").asInt()).as(stage.toString()).isZero();
            assertThat(stage.get("leftOut").asInt()).as(stage.toString()).isZero();
        }
    }

    @Test
    void aNameOfSomebodyElseIsRefusedWithAWayOut() {
        GeneratedRows generated =
                new GeneratedRows(
                        new DataSet(
                                4714,
                                new DataSetSizes(5, 0, 2),
                                Instant.parse("2025-11-01T00:00:00Z"),
                                null));
        String username = generated.mostFollowed().username();
        Client.Answer signedUp =
                platform.gateway()
                        .post(
                                "/api/v1/auth/signup",
                                Map.of(
                                        "name",
                                        "First Come",
                                        "email",
                                        username + "@example.com",
                                        "username",
                                        username,
                                        "password",
                                        "SecurePass123!"));
        assertThat(signedUp.status()).as(signedUp.text()).isEqualTo(201);

        CommandOutcome outcome =
                platform.ctl(
                        "seed", "--users", "5", "--posts", "0", "--follows", "2", "--seed", "4714");
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.err())
                .contains("Another account has the username " + username)
                .contains("generate other users with another --seed number");
    }

    private JsonNode seed(String... wishes) throws IOException {
        List<String> command = new ArrayList<>(List.of("seed", "-o", "json"));
        command.addAll(List.of(wishes));
        // JSON is UTF-8 whatever the operator's locale is, and names are rarely ASCII.
        CommandOutcome outcome =
                platform.ctl(Map.of("LC_ALL", "C"), command.toArray(String[]::new));
        assertThat(outcome.exitCode()).as("%s%n%s", outcome.out(), outcome.err()).isZero();
        return json.readTree(outcome.out());
    }

    private Process start(Path said, String... wishes) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(platform.root().resolve("socialhubctl").toString(), "seed"));
        command.addAll(List.of(wishes));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(said.toFile());
        builder.environment().put("SOCIALHUB_HOME", platform.home().toString());
        builder.environment().put("SOCIALHUB_BUILD", "never");
        return builder.start();
    }

    /** The script has replaced itself by the tool by now: there is one process. */
    private static void kill(Process run) throws InterruptedException {
        run.destroyForcibly();
        assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private Client logIn(JsonNode report, int login) {
        return logIn(
                report.at("/logins/" + login + "/username").asText(),
                report.get("password").asText());
    }

    private Client logIn(String username, String password) {
        Client.Answer answer =
                platform.gateway()
                        .post(
                                "/api/v1/auth/login",
                                Map.of("identifier", username, "password", password));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return platform.gateway().as(answer.json().get("token").asText());
    }

    private List<String> ids(String tag) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection database = platform.database("auth");
                PreparedStatement query =
                        database.prepareStatement(
                                "select id::text from account where username ~ ?")) {
            query.setString(1, "\\." + tag + "[0-9a-z]+$");
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
        }
        return ids;
    }

    private long count(String service, String sql, String id) throws SQLException {
        return Long.parseLong(text(service, sql.replace("?", "?::uuid"), id));
    }

    private long total(String service, String sql, List<String> ids) throws SQLException {
        try (Connection database = platform.database(service);
                PreparedStatement query = database.prepareStatement(sql)) {
            query.setArray(1, database.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getLong(1);
            }
        }
    }

    private String text(String service, String sql, String parameter) throws SQLException {
        try (Connection database = platform.database(service);
                PreparedStatement query = database.prepareStatement(sql)) {
            query.setString(1, parameter);
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).as(sql).isTrue();
                return row.getString(1);
            }
        }
    }
}
