package dev.socialhub.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.FakeAuth.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Profiles and edges of generated users: added once, published in no event, counted later. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedIT {

    private static final String PROFILES = "/internal/ops/seed/profiles";
    private static final String EDGES = "/internal/ops/seed/edges";
    private static final String NEW = "019c0000-0000-7000-8000-00000000abcd";

    /** The number of the last event that was written to the outbox. */
    private static final String OUTBOX_SEQUENCE =
            "select last_value::text || is_called::text from outbox_seq_seq";

    private UsersServer users;
    private Bus bus;

    @BeforeAll
    void start() {
        users = UsersServer.start(Map.of("socialhub.ops.enabled", true));
        bus = new Bus();
    }

    @AfterAll
    void stop() {
        bus.close();
        users.close();
    }

    @Test
    void addsEachProfileOnceAndPublishesNoEvent() {
        String one = profile(id(1), "once.1");
        String bare =
                """
                {"userId":"%s","username":"once.2","name":"Ada","headline":null,"bio":null,\
                "location":null,"skills":[],"createdAtMillis":1759276800123}\
                """
                        .formatted(id(2));
        String before = users.ask(OUTBOX_SEQUENCE);
        assertThat(seed(PROFILES, profiles(one, bare)).text())
                .isEqualTo("{\"added\":2,\"leftOut\":0}");
        assertThat(seed(PROFILES, profiles(one, bare, profile(id(3), "once.3"))).text())
                .isEqualTo("{\"added\":1,\"leftOut\":0}");

        String row =
                "select concat_ws('|', username, name, name_edited, coalesce(headline, '-'),"
                        + " coalesce(bio, '-'), coalesce(location, '-'), skills::text,"
                        + " account_version, version, created_at at time zone 'UTC',"
                        + " updated_at = created_at) from profile where username = ?";
        assertThat(users.ask(row, "once.1"))
                .isEqualTo(
                        "once.1|Łucja Żak|f|Baker|Bread, \"rye\"|Kraków|{\"{a, b}\",\"c\\\\d\"}|1|1|"
                                + "2025-10-01 00:00:00.123|t");
        assertThat(users.ask(row, "once.2")).contains("|-|-|-|{}|");
        assertThat(users.ask(OUTBOX_SEQUENCE)).isEqualTo(before);
    }

    @Test
    void addsEachEdgeOnceAndCountsNothing() {
        Person followee = users.member();
        Person follower = users.member();
        String before = users.ask(OUTBOX_SEQUENCE);
        String follow = edge(follower.id(), followee.id());
        assertThat(seed(EDGES, edges("follow", follow, edge(followee.id(), follower.id()))).text())
                .isEqualTo("{\"added\":2,\"leftOut\":0}");
        assertThat(seed(EDGES, edges("follow", follow)).text())
                .isEqualTo("{\"added\":0,\"leftOut\":0}");

        assertThat(
                        users.ask(
                                "select concat_ws('|', active, version, changed_at at time zone 'UTC')"
                                        + " from edge where kind = 'follow' and from_id = ?",
                                follower.id()))
                .isEqualTo("t|1|2025-10-01 00:00:00.123");
        assertThat(users.all(followee, UsersServer.USERS + "me/followers", "username"))
                .containsExactly(follower.username());
        assertThat(users.counts(followee)).containsExactly(0, 0);
        assertThat(users.ask(OUTBOX_SEQUENCE)).isEqualTo(before);
        assertThat(users.ask("select count(*) from follow_delta where user_id = ?", followee.id()))
                .isEqualTo("0");
    }

    @Test
    void leavesWhatWasTakenAwaySinceAsItIs() {
        Person followee = users.member();
        Person follower = users.member();
        seed(EDGES, edges("follow", edge(follower.id(), followee.id())));
        users.unfollow(follower, followee);

        assertThat(seed(EDGES, edges("follow", edge(follower.id(), followee.id()))).text())
                .isEqualTo("{\"added\":0,\"leftOut\":0}");
        assertThat(users.ask("select active from edge where from_id = ?", follower.id()))
                .isEqualTo("f");
    }

    @Test
    void letsNoFollowStandAcrossABlock() {
        Person one = users.member();
        Person other = users.member();
        Person third = users.member();
        assertThat(seed(EDGES, edges("block", edge(one.id(), other.id()))).text())
                .isEqualTo("{\"added\":1,\"leftOut\":0}");

        String follows =
                edges(
                        "follow",
                        edge(one.id(), other.id()),
                        edge(other.id(), one.id()),
                        edge(other.id(), third.id()));
        assertThat(seed(EDGES, follows).text()).isEqualTo("{\"added\":1,\"leftOut\":2}");
        assertThat(seed(EDGES, edges("block", edge(third.id(), other.id()))).text())
                .isEqualTo("{\"added\":0,\"leftOut\":1}");
        assertThat(users.get(other, UsersServer.USERS + one.id()).status()).isEqualTo(404);
    }

    @Test
    void omitsDeletedAndUnknownUsers() {
        Person gone = users.member();
        Person stays = users.member();
        bus.send(new UserDeleted(gone.id(), Instant.now(), 2));
        Awaitility.await()
                .until(() ->
                        users.ask("select count(*) from deleted_user where user_id = ?", gone.id())
                                .equals("1"));

        assertThat(seed(PROFILES, profiles(profile(gone.id().toString(), "back.again"))).text())
                .isEqualTo("{\"added\":0,\"leftOut\":1}");
        assertThat(
                        seed(
                                        EDGES,
                                        edges(
                                                "follow",
                                                edge(stays.id(), gone.id()),
                                                edge(UUID.fromString(NEW), stays.id())))
                                .text())
                .isEqualTo("{\"added\":0,\"leftOut\":2}");
        assertThat(users.ask("select count(*) from profile where user_id = ?", gone.id()))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "once, Once, profiles[0].username",
        "Łucja Żak, ' ', profiles[0].name",
        "Kraków, ' ', profiles[0].location",
        "Baker, '\\u0000', profiles[0].headline",
        "'c\\\\d', '', profiles[0].skills[1]",
        NEW + ", x, profiles[0].userId",
        "1759276800123, -5, profiles[0].createdAtMillis"
    })
    void namesTheProfileThatIsWrong(String right, String wrong, String field) {
        Answer answer = seed(PROFILES, profiles(profile(NEW, "once.more").replace(right, wrong)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("errors.0.field")).startsWith(field.replaceAll("\\[1]$", ""));
        assertThat(users.ask("select count(*) from profile where username like 'once.more%'"))
                .isEqualTo("0");
    }

    @Test
    void namesTheEdgeThatIsWrong() {
        Person one = users.member();
        Person other = users.member();
        String good = edge(one.id(), other.id());

        Answer self = seed(EDGES, edges("follow", good, edge(one.id(), one.id())));
        assertThat(self.status()).isEqualTo(422);
        assertThat(self.at("errors.0.field")).isEqualTo("edges[1].toId");
        Answer id = seed(EDGES, edges("follow", good.replace(one.id().toString(), "me")));
        assertThat(id.at("errors.0.field")).isEqualTo("edges[0].fromId");
        assertThat(seed(EDGES, edges("like", good)).at("errors.0.field")).isEqualTo("kind");
        assertThat(seed(EDGES, edges("follow")).status()).isEqualTo(422);
        assertThat(seed(EDGES, "{").status()).isEqualTo(400);
        assertThat(users.trueCounts(other)).containsExactly(0, 0);
    }

    @Test
    void isForOperatorsAlone() {
        Person ordinaryUser = users.member();
        String batch = profiles(profile(NEW, "never"));
        assertThat(send(users, null, PROFILES, batch).status()).isEqualTo(401);
        assertThat(send(users, ordinaryUser.token(), PROFILES, batch).status()).isEqualTo(403);
        assertThat(send(users, ordinaryUser.token(), EDGES, "{}").status()).isEqualTo(403);
        try (UsersServer silent = UsersServer.start()) {
            String token = silent.service.bean(ServiceTokens.class).issue();
            assertThat(send(silent, token, PROFILES, batch).status()).isEqualTo(404);
            assertThat(send(silent, token, EDGES, "{}").status()).isEqualTo(404);
        }
    }

    private Answer seed(String path, String batch) {
        return send(users, users.service.bean(ServiceTokens.class).issue(), path, batch);
    }

    private static Answer send(UsersServer to, @Nullable String token, String path, String batch) {
        var request =
                to.service
                        .request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(batch));
        return to.service.send(
                null, token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    private static String id(int number) {
        return "019c0000-0000-7000-8000-%012x".formatted(number);
    }

    private static String profile(String id, String username) {
        return """
        {"userId":"%s","username":"%s","name":"Łucja Żak","headline":"Baker",\
        "bio":"Bread, \\"rye\\"","location":"Kraków","skills":["{a, b}","c\\\\d"],\
        "createdAtMillis":1759276800123}\
        """
                .formatted(id, username);
    }

    private static String profiles(String... rows) {
        return List.of(rows).stream().collect(Collectors.joining(",", "{\"profiles\":[", "]}"));
    }

    private static String edge(UUID from, UUID to) {
        return "{\"fromId\":\"%s\",\"toId\":\"%s\",\"changedAtMillis\":1759276800123}"
                .formatted(from, to);
    }

    private static String edges(String kind, String... rows) {
        return List.of(rows).stream()
                .collect(Collectors.joining(",", "{\"kind\":\"" + kind + "\",\"edges\":[", "]}"));
    }
}
