package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.cli.CommandOutcome;
import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.http.Http;
import dev.socialhub.cli.ops.OperatorTokens;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.e2e.Client.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's commands for data that services derive, and for the data of a user. */
class DerivedDataIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final ObjectMapper json = new ObjectMapper();

    @TempDir Path folder;

    @Test
    void theServiceOfPostsAnswersForMediaAndForTheSearch() throws IOException {
        for (List<String> command :
                List.of(List.of("media", "sweep"), List.of("search", "reindex"))) {
            CommandOutcome outcome =
                    platform.ctl(command.getFirst(), command.getLast(), "-o", "json");
            assertThat(json.readTree(outcome.out()).at("/services/0/service").asText())
                    .as(outcome.err())
                    .isEqualTo("posts");
        }
    }

    @Test
    void falsifiedCountsAreNamedAndMended() throws Exception {
        Person idol = platform.gateway().signUp();
        Person fan = platform.gateway().signUp();
        follow(fan, idol);
        // The deltas are folded first, so that there is a row to falsify.
        await().atMost(SOON)
                .until(() -> change("update follow_count set followers = 42", idol) == 1);

        Path differences = folder.resolve("wrong.jsonl");
        CommandOutcome found =
                platform.ctl("counters", "verify", "--differences", differences.toString());
        assertThat(found.exitCode()).as(found.err()).isEqualTo(3);
        assertThat(Files.readString(differences))
                .contains(idol.id() + " followers 42, should be 1")
                .doesNotContain(fan.id());
        assertThat(platform.ctl("counters", "recount").exitCode()).isZero();
        assertThat(platform.ctl("counters", "verify", "users").exitCode()).isEqualTo(3);

        CommandOutcome mended =
                platform.ctl("counters", "recount", "users", "--execute", "-o", "json");
        assertThat(mended.exitCode()).as(mended.err()).isZero();
        assertThat(json.readTree(mended.out()).at("/counters/0/mended").asLong()).isPositive();
        CommandOutcome again =
                platform.ctl("counters", "verify", "--differences", differences.toString());
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(Files.readString(differences)).isEmpty();
        assertThat(
                        fan.client()
                                .get("/api/v1/users/" + idol.id())
                                .json()
                                .at("/counts/followers")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void aLostProfileIsNamedAndMadeAgain() throws Exception {
        Person person = platform.gateway().signUp();
        await().atMost(SOON).until(() -> change("delete from profile", person) == 1);

        Path differences = folder.resolve("lost.jsonl");
        CommandOutcome plan =
                platform.ctl(
                        "projections", "rebuild", "users", "--differences", differences.toString());
        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(Files.readString(differences))
                .contains(
                        "\"projection\":\"accounts\",\"difference\":\"%s missing: 1\""
                                .formatted(person.id()));

        assertThat(platform.ctl("projections", "rebuild", "users", "--execute").exitCode())
                .isZero();
        assertThat(change("update profile set bio = null", person)).isEqualTo(1);
    }

    @Test
    void aChecksumTellsWhetherAnythingChanged() throws IOException {
        Person author = platform.gateway().signUp();
        Path before = folder.resolve("before.json");
        // Earlier events have to be handled by every service first.
        await().atMost(SOON)
                .until(() -> {
                    CommandOutcome taken = platform.ctl("checksum", "posts", "-o", "json");
                    Files.writeString(before, taken.out());
                    return compare(before).exitCode() == 0;
                });

        author.client().post("/api/v1/posts", Map.of("content", "one more row"));

        CommandOutcome compared = compare(before);
        assertThat(compared.exitCode()).as(compared.err()).isEqualTo(3);
        assertThat(json.readTree(compared.out()).path("differences").findValuesAsText("name"))
                .contains("post");
        assertThat(platform.ctl("checksum", "--compare", "/no/such/file").exitCode()).isEqualTo(4);
        assertThat(platform.ctl("checksum", "gateway").exitCode()).isEqualTo(4);
    }

    @Test
    void aPersonIsShownFromSignUpToErasure() throws IOException {
        Person person = platform.gateway().signUp();
        Person idol = platform.gateway().signUp();
        follow(person, idol);

        JsonNode shown = show(person.username(), 0);
        assertThat(shown.at("/account/id").asText()).isEqualTo(person.id());
        assertThat(shown.at("/account/status").asText()).isEqualTo("active");
        assertThat(shown.path("erasure").isNull()).isTrue();
        assertThat(shown.path("services").findValuesAsText("service"))
                .containsExactly("chat", "notifications", "posts", "users");
        assertThat(shown.at("/services/3/facts/following").asInt()).isEqualTo(1);
        CommandOutcome list =
                platform.ctl("users", "list", "--query", person.username(), "-o", "json");
        assertThat(json.readTree(list.out()).at("/accounts/0/id").asText()).isEqualTo(person.id());

        operator().delete(new Auth(platform.port("AUTH_PORT")), "accounts/" + person.id());

        await().atMost(SOON).until(() -> show(person.id(), 0).at("/erasure/complete").asBoolean());
        JsonNode gone = show(person.username(), 0);
        assertThat(gone.at("/account/status").asText()).isEqualTo("deleted");
        assertThat(gone.at("/account/email").isNull()).isTrue();
        assertThat(gone.path("services").findValuesAsText("erased")).containsOnly("true");
        show("nobody_at_all", 4);
    }

    @Test
    void noMigrationIsPendingOnARunningPlatform() {
        CommandOutcome plan = platform.ctl("db", "migrate");
        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.err()).contains("No migration is pending.");
        assertThat(platform.ctl("db", "migrate", "users", "--execute").exitCode()).isZero();
        assertThat(platform.ctl("db", "migrate", "notifications").exitCode()).isZero();
    }

    private CommandOutcome compare(Path before) {
        return platform.ctl("checksum", "posts", "--compare", before.toString(), "-o", "json");
    }

    private JsonNode show(String name, int exitCode) throws IOException {
        CommandOutcome outcome = platform.ctl("users", "show", name, "-o", "json");
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
        return json.readTree(outcome.out());
    }

    private static void follow(Person follower, Person followee) {
        String path = "/api/v1/users/%s/follow".formatted(followee.id());
        assertThat(follower.client().send("PUT", path, null).status()).isEqualTo(200);
    }

    /** Changes a user's row in a table of users; returns how many rows matched. */
    private int change(String sql, Person person) throws SQLException {
        try (Connection database = platform.database("users");
                var statement = database.createStatement()) {
            return statement.executeUpdate(sql + " where user_id = '" + person.id() + "'");
        }
    }

    private OpsClient operator() {
        return new OpsClient(
                new Http(Duration.ofSeconds(10)),
                new OperatorTokens(platform.secret("SERVICE_TOKEN_KEY"), Clock.systemUTC()));
    }

    /** The address of auth. */
    private record Auth(int port) implements Endpoint {
        @Override
        public String name() {
            return "auth";
        }

        @Override
        public String service() {
            return "auth";
        }

        @Override
        public String url() {
            return "http://127.0.0.1:" + port;
        }

        @Override
        public String restart() {
            return "";
        }
    }
}
