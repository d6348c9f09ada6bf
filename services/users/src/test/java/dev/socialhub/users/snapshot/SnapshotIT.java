package dev.socialhub.users.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.users.UsersServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapshotIT {

    private static final String EDGES = "/internal/snapshots/edges";
    private static final String PROFILES = "/internal/snapshots/profiles";

    private UsersServer users;
    private List<Person> members;

    @BeforeAll
    void start() {
        users = UsersServer.start(Map.of("socialhub.ops.enabled", true));
        members = IntStream.range(0, 4).mapToObj(_ -> users.member()).toList();
        users.follow(members.get(0), members.get(1));
        users.follow(members.get(1), members.get(0));
        users.unfollow(members.get(1), members.get(0));
        users.follow(members.get(2), members.get(0));
        users.block(members.get(3), members.get(0));
    }

    @AfterAll
    void stop() {
        users.close();
    }

    @Test
    void givesEveryEdgeOnceAlsoThoseTakenAway() {
        List<String> keys = keys(EDGES + "?limit=2", "kind", "fromId", "toId");

        assertThat(keys).hasSize(4).doesNotHaveDuplicates();
        assertThat(keys.getFirst())
                .isEqualTo("block:" + members.get(3).id() + ":" + members.get(0).id());
        Answer whole = users.internal(EDGES);
        assertThat(whole.json().get("next").isNull()).isTrue();
        assertThat(whole.json().get("items").size()).isEqualTo(4);
        assertThat(whole.text())
                .contains(
                        "\"kind\":\"follow\",\"fromId\":\"%s\",\"toId\":\"%s\",\"active\":false,\"version\":2"
                                .formatted(members.get(1).id(), members.get(0).id()));
        assertThat(users.internal(EDGES + "?limit=4").json().get("next").isNull()).isTrue();
    }

    @Test
    void goesOnAfterAnyKey() {
        assertThat(keys(EDGES + "?after=" + keys(EDGES, "kind", "fromId", "toId").get(2), "kind"))
                .hasSize(1);
        String zero = "00000000-0000-0000-0000-000000000000";
        assertThat(keys(EDGES + "?after=follow:" + zero + ":" + zero, "kind")).hasSize(3);
        assertThat(keys(EDGES + "?after=", "kind")).hasSize(4);
    }

    @Test
    void givesEveryProfileOnce() {
        assertThat(keys(PROFILES + "?limit=3", "userId"))
                .containsExactlyElementsOf(
                        members.stream().map(p -> p.id().toString()).sorted().toList());
        Answer first = users.internal(PROFILES + "?limit=1");
        assertThat(first.at("next")).isEqualTo(first.at("items.0.userId"));
        assertThat(first.at("items.0.accountVersion")).isEqualTo("1");
        assertThat(first.at("items.0.version")).isEqualTo("1");
    }

    @Test
    void refusesOddKeysAndOtherCallers() {
        for (String query :
                List.of(
                        EDGES + "?after=x",
                        EDGES + "?after=follow:x:y",
                        EDGES + "?after=like:" + members.get(0).id() + ":" + members.get(1).id(),
                        EDGES + "?limit=0",
                        EDGES + "?limit=5001",
                        PROFILES + "?after=%00",
                        PROFILES + "?after=" + members.get(0).username())) {
            assertThat(users.internal(query).status()).as(query).isEqualTo(422);
        }
        for (String path : List.of(EDGES, PROFILES)) {
            assertThat(users.get(null, path).status()).isEqualTo(401);
            assertThat(users.get(members.get(0), path).status()).isEqualTo(403);
        }
    }

    @Test
    void answersOperatorsToo() {
        assertThat(users.internal("/internal/ops/identity").at("service")).isEqualTo("users");
        assertThat(users.internal("/internal/ops/schema").json().get("missing").size()).isZero();
        String group = users.service.database.name();
        assertThat(users.internal("/internal/ops/consumers").text())
                .contains("\"" + group + "\"", "\"" + group + "-cache\"");
    }

    private List<String> keys(String path, String... fields) {
        List<String> keys = new ArrayList<>();
        String after = "";
        while (after != null) {
            String page =
                    after.isEmpty()
                            ? path
                            : path + (path.contains("?") ? "&" : "?") + "after=" + after;
            Answer answer = users.internal(page);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            answer.json()
                    .get("items")
                    .values()
                    .forEach(item -> {
                        List<String> parts = new ArrayList<>();
                        for (String field : fields) {
                            parts.add(item.get(field).getStringValue());
                        }
                        keys.add(String.join(":", parts));
                    });
            var next = answer.json().get("next");
            after = next.isNull() ? null : next.getStringValue();
        }
        return keys;
    }
}
