package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.contracts.user.PushedEdges;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.people.testing.FakeUsers;
import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Blocks that the users service pushes, before and in addition to their events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushedEdgesIT {

    private static final String PATH = "/internal/edges";
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private RunningService posts;
    private Bus bus;
    private Person author;
    private Person reader;
    private Answer post;
    private int people;

    @BeforeAll
    void start() {
        posts = RunningService.start("posts");
        bus = new Bus();
    }

    @BeforeEach
    void publish() {
        author = posts.auth.signUp("pushed_author_" + people, "Author");
        reader = posts.auth.signUp("pushed_reader_" + people++, "Reader");
        post = posts.post(author, "/api/v1/posts", "{\"content\":\"to be seen\"}");
    }

    @AfterAll
    void stop() {
        bus.close();
        posts.close();
    }

    @Test
    void hidesAtOnceAndShowsAgainAtOnce() {
        assertThat(seen()).isEqualTo(200);

        assertThat(push(edge(true, 1)).status()).isEqualTo(204);
        assertThat(seen()).isEqualTo(404);

        assertThat(push(edge(false, 2)).status()).isEqualTo(204);
        assertThat(seen()).isEqualTo(200);
    }

    @Test
    void keepsTheNewestVersionAfterLateAndRepeatedPushes() {
        push(edge(true, 3));
        push(edge(false, 2), edge(true, 1), edge(false, 2));
        push(edge(true, 3));
        assertThat(held()).containsExactly("3 true");

        push(edge(false, 4), edge(true, 3));
        assertThat(held()).containsExactly("4 false");
    }

    @Test
    void losesNothingWhenTheEventsComeAfterwards() {
        push(edge(true, 1));
        push(edge(false, 2));
        bus.send(FakeUsers.event(edge(true, 1)));
        bus.send(FakeUsers.event(edge(false, 2)));
        bus.send(FakeUsers.event(edge(true, 3)));

        await().until(() -> held().equals(List.of("3 true")));
        assertThat(seen()).isEqualTo(404);
    }

    @Test
    void bringsNothingBackOfADeletedUser() {
        bus.send(new UserDeleted(reader.id(), Instant.now(), 2));
        await().until(() ->
                !posts.database
                        .query("select 1 from deleted_user where user_id = '" + reader.id() + "'")
                        .isEmpty());

        assertThat(push(edge(true, 1)).status()).isEqualTo(204);
        assertThat(held()).isEmpty();
    }

    @Test
    void believesServicesAlone() {
        String body = json(edge(true, 1));
        assertThat(posts.post(null, PATH, body).status()).isEqualTo(401);
        assertThat(posts.post(author, PATH, body).status()).isIn(401, 403);
        assertThat(held()).isEmpty();
    }

    @Test
    void refusesWhatIsNoEdge() {
        for (String body :
                List.of(
                        "",
                        "[]",
                        "{}",
                        "{\"edges\":null}",
                        "{\"edges\":[]}",
                        json(edge(true, 0)),
                        "{\"edges\":[null]}",
                        "{\"edges\":[{}]}",
                        json(edge(true, 1)).replace("block", "marry"),
                        json(edge(true, 1)).replace(author.id().toString(), "x"))) {
            assertThat(push(body).status()).as(body).isBetween(400, 499);
        }
        assertThat(held()).isEmpty();
    }

    private int seen() {
        return posts.get(reader, "/api/v1/posts/" + post.at("id")).status();
    }

    private EdgeSnapshot edge(boolean active, long version) {
        return new EdgeSnapshot(
                EdgeKind.BLOCK, author.id(), reader.id(), active, version, Instant.now());
    }

    private List<String> held() {
        return posts.database.query(
                "select version || ' ' || active from edge where from_id = '" + author.id() + "'");
    }

    private Answer push(EdgeSnapshot... edges) {
        return push(json(edges));
    }

    private Answer push(String body) {
        return posts.send(
                null,
                posts.request(PATH)
                        .header(
                                "Authorization",
                                "Bearer " + posts.bean(ServiceTokens.class).issue())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private static String json(EdgeSnapshot... edges) {
        try {
            return JSON.writeValueAsString(new PushedEdges(List.of(edges)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
