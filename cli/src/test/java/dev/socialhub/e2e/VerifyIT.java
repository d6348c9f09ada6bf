package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.cli.CommandOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code verify} reports of a working platform, and that it leaves nothing behind. */
class VerifyIT {

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final ObjectMapper json = new ObjectMapper();

    @TempDir Path folder;

    @Test
    void aPlatformThatWorksIsGreenInAllStages() throws IOException {
        CommandOutcome outcome = platform.ctl("verify", "-o", "json");
        assertThat(outcome.exitCode()).as("%s%n%s", outcome.out(), outcome.err()).isZero();
        JsonNode report = json.readTree(outcome.out());
        assertThat(fields(report)).containsExactly("version", "millis", "stages");
        assertThat(report.get("version").asInt()).isEqualTo(1);
        assertThat(names(report.get("stages")))
                .containsExactly("processes", "answers", "state", "flow");
        JsonNode check = report.at("/stages/0/checks/0");
        assertThat(fields(check)).containsExactly("name", "status", "found", "fix", "millis");
        assertThat(names(report.at("/stages/2/checks")))
                .contains(
                        "topics",
                        "group-notifications",
                        "schema-posts",
                        "schema-notifications",
                        "outbox-users");
        assertThat(names(report.at("/stages/3/checks"))).startsWith("sign-up").endsWith("clean-up");
    }

    @Test
    void nobodyThatWasMadeUpIsLeft() throws SQLException {
        CommandOutcome outcome = platform.ctl("verify", "--only", "flow");
        assertThat(outcome.exitCode()).as("%s%n%s", outcome.out(), outcome.err()).isZero();
        String madeUp = "username like 'verify\\_%'";
        // The id and name of a deleted account are kept, as for any other account.
        String there = madeUp + " and deleted_at is null";
        assertThat(count("auth", "select count(*) from account where " + there)).isZero();
        assertThat(count("users", "select count(*) from profile where " + madeUp)).isZero();
        assertThat(
                        count(
                                "posts",
                                "select count(*) from post where content = 'socialhubctl verify'"))
                .isZero();
    }

    @Test
    void earlierStagesAloneAreQuickAndMakeNobody() throws IOException {
        CommandOutcome outcome = platform.ctl("verify", "--stage", "2", "-o", "json");
        assertThat(outcome.exitCode()).as("%s%n%s", outcome.out(), outcome.err()).isZero();
        assertThat(names(json.readTree(outcome.out()).get("stages")))
                .containsExactly("processes", "answers");
    }

    @Test
    void singleChecksAreRunByTheirNames() throws IOException {
        CommandOutcome outcome =
                platform.ctl("verify", "--only", "topics", "--only", "redis", "-o", "json");
        assertThat(outcome.exitCode()).as("%s%n%s", outcome.out(), outcome.err()).isZero();
        JsonNode stages = json.readTree(outcome.out()).get("stages");
        assertThat(names(stages.at("/0/checks"))).containsExactly("redis");
        assertThat(names(stages.at("/1/checks"))).containsExactly("topics");
        CommandOutcome unknown = platform.ctl("verify", "--only", "everything");
        assertThat(unknown.exitCode()).isEqualTo(4);
        assertThat(unknown.err()).contains("no check named 'everything'", "group-notifications");
    }

    @Test
    void whereNothingRunsEveryVerbSaysSo() {
        Map<String, String> nowhere = Map.of("SOCIALHUB_HOME", folder.resolve("home").toString());
        for (List<String> command :
                List.of(
                        List.of("verify"),
                        List.of("topics", "diff"),
                        List.of("db", "check"),
                        List.of("projections", "verify"))) {
            CommandOutcome outcome = platform.ctl(nowhere, command.toArray(String[]::new));
            assertThat(outcome.exitCode()).as(command.toString()).isEqualTo(69);
            assertThat(outcome.err()).contains("nothing is running");
        }
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void topicsDatabasesAndProjectionsAreFoundAsTheyShouldBe() throws IOException {
        CommandOutcome topics = platform.ctl("topics", "diff");
        assertThat(topics.exitCode()).as("%s%n%s", topics.out(), topics.err()).isZero();
        CommandOutcome databases = platform.ctl("db", "check", "-o", "json");
        assertThat(databases.exitCode()).as(databases.out()).isZero();
        Map<String, JsonNode> states = new HashMap<>();
        json.readTree(databases.out())
                .get("databases")
                .forEach(state -> states.put(state.get("service").asText(), state));
        assertThat(states.keySet())
                .containsExactlyInAnyOrder("auth", "users", "posts", "notifications", "chat");
        CommandOutcome edges =
                platform.ctl("projections", "verify", "posts", "--projection", "edges");
        assertThat(edges.exitCode()).as("%s%n%s", edges.out(), edges.err()).isZero();
    }

    private long count(String service, String query) throws SQLException {
        try (Connection database = platform.database(service);
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(item -> names.add(item.get("name").asText()));
        return names;
    }

    private static List<String> fields(JsonNode object) {
        List<String> fields = new ArrayList<>();
        object.fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
