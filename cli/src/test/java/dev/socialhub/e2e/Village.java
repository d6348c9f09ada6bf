package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.http.Http;
import dev.socialhub.cli.ops.OperatorTokens;
import dev.socialhub.cli.ops.OpsClient;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A few users with a history, and all the data that the platform stores about them. */
final class Village {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int POSTS = 4;
    private static final int BLOCKED = 1;

    /** For each database, the rows about these users, as text, in a fixed order. */
    private static final Map<String, List<String>> QUERIES =
            Map.of(
                    "users",
                    List.of(
                            "select p.* from profile p where user_id in (%s)",
                            "select e.* from edge e where from_id in (%1$s) or to_id in (%1$s)",
                            "select user_id, sum(followers), sum(following) from (select user_id,"
                                    + " followers, following from follow_count union all select"
                                    + " user_id, followers, following from follow_delta) c"
                                    + " where user_id in (%s) group by user_id",
                            "select d.* from deleted_user d where user_id in (%s)"),
                    "posts",
                    List.of(
                            "select a.* from author a where user_id in (%s)",
                            "select p.* from post p where author_id in (%s)",
                            "select e.* from edge e where from_id in (%1$s) or to_id in (%1$s)",
                            "select d.* from deleted_user d where user_id in (%s)"));

    private final PlatformUnderTest platform;
    private final List<Client.Person> people = new ArrayList<>();
    private final Client.Person gone;
    private final Client.Person witness;

    private Village(PlatformUnderTest platform) {
        this.platform = platform;
        for (int i = 0; i < 5; i++) {
            people.add(platform.gateway().signUp());
        }
        gone = platform.gateway().signUp();
        witness = platform.gateway().signUp();
    }

    /**
     * Creates users that have published and deleted posts, followed, unfollowed, blocked, been
     * renamed and been deleted.
     */
    static Village settle(PlatformUnderTest platform) {
        Village village = new Village(platform);
        village.live();
        village.awaitRest();
        return village;
    }

    List<Client.Person> people() {
        return List.copyOf(people);
    }

    /** All rows, by table and by user. */
    Map<String, String> state() throws SQLException {
        Map<String, String> state = new TreeMap<>();
        for (Map.Entry<String, List<String>> queries : QUERIES.entrySet()) {
            for (String query : queries.getValue()) {
                state.put(
                        queries.getKey() + ": " + query,
                        rows(queries.getKey(), query.formatted(ids())));
            }
        }
        for (Client.Person person : people) {
            state.put("told " + person.username(), told(person).toString());
            state.put(
                    "unread " + person.username(),
                    person.client().get("/api/v1/notifications/unread-count").text());
        }
        return state;
    }

    private void live() {
        for (Client.Person person : people) {
            for (int i = 0; i < POSTS; i++) {
                String id = publish(person, "post " + i);
                if (i == 0) {
                    good(person.client().delete("/api/v1/posts/" + id));
                }
            }
            publish(gone, "soon gone");
            follow(person, gone, "PUT");
            follow(gone, person, "PUT");
        }
        for (int i = 0; i < people.size(); i++) {
            Client.Person next = people.get((i + 1) % people.size());
            Client.Person other = people.get((i + 2) % people.size());
            follow(people.get(i), next, "PUT");
            follow(people.get(i), other, "PUT");
            follow(people.get(i), other, "DELETE");
            follow(people.get(i), other, "PUT");
            follow(people.get(i), other, "DELETE");
        }
        good(
                people.get(0)
                        .client()
                        .send(
                                "PUT",
                                "/api/v1/users/" + people.get(BLOCKED).username() + "/block",
                                null));
        good(people.get(2).client().patch("/api/v1/users/me", Map.of("name", "Renamed")));
        good(people.get(2).client().patch("/api/v1/users/me", Map.of("name", "Renamed again")));
        good(people.get(3).client().patch("/api/v1/users/me", Map.of("headline", "None")));
        // The actions of one user are handled in order, and the last of them is visible here.
        people.forEach(person -> follow(person, witness, "PUT"));
        delete(gone);
    }

    /** Waits until every service has handled all actions; then one notification is read. */
    private void awaitRest() {
        await().atMost(SOON)
                .untilAsserted(() -> {
                    String erased =
                            "select user_id from deleted_user where erased_at is not null"
                                    + " and user_id in (%s)";
                    assertThat(rows("users", erased.formatted(ids()))).contains(gone.id());
                    assertThat(rows("posts", erased.formatted(ids()))).contains(gone.id());
                    String edges =
                            "select kind, from_id, to_id, active, version from edge"
                                    + " where from_id in (%1$s) or to_id in (%1$s)";
                    assertThat(rows("posts", edges.formatted(ids())))
                            .isEqualTo(rows("users", edges.formatted(ids())));
                    String names = "select user_id, name from %s where user_id in (%s)";
                    assertThat(rows("posts", names.formatted("author", ids())))
                            .isEqualTo(rows("users", names.formatted("profile", ids())));
                    assertThat(told(witness)).hasSize(1 + people.size());
                    for (int i = 0; i < people.size(); i++) {
                        // A welcome, the existing posts, and a follower unless blocked.
                        assertThat(told(people.get(i)))
                                .hasSize(1 + (POSTS - 1) + (i == BLOCKED ? 0 : 1));
                    }
                });
        Client.Person reader = people.getFirst();
        String third = told(reader).get(2).get("id").asText();
        good(reader.client().send("PUT", "/api/v1/notifications/" + third + "/read", null));
    }

    private List<JsonNode> told(Client.Person person) {
        List<JsonNode> told = new ArrayList<>();
        Client.Answer answer = person.client().get("/api/v1/notifications?limit=100");
        answer.json().get("items").forEach(told::add);
        return told;
    }

    private static String publish(Client.Person author, String content) {
        Client.Answer posted = author.client().post("/api/v1/posts", Map.of("content", content));
        return good(posted).json().get("id").asText();
    }

    private static void follow(Client.Person follower, Client.Person followed, String method) {
        good(
                follower.client()
                        .send(method, "/api/v1/users/" + followed.username() + "/follow", null));
    }

    private static Client.Answer good(Client.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
        return answer;
    }

    private void delete(Client.Person person) {
        new OpsClient(
                        new Http(Duration.ofSeconds(10)),
                        new OperatorTokens(platform.secret("SERVICE_TOKEN_KEY"), Clock.systemUTC()))
                .delete(new Auth(platform.port("AUTH_PORT")), "accounts/" + person.id());
    }

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

    private String ids() {
        List<Client.Person> all = new ArrayList<>(people);
        all.add(gone);
        return all.stream()
                .map(person -> "'" + person.id() + "'")
                .collect(Collectors.joining(", "));
    }

    private String rows(String service, String query) throws SQLException {
        String sorted =
                "select string_agg(r::text, e'\\n' order by r::text) from (" + query + ") r";
        try (Connection database = platform.database(service);
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sorted)) {
            assertThat(row.next()).isTrue();
            return String.valueOf(row.getString(1));
        }
    }
}
