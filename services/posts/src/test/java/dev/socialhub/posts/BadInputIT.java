package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.BadBodies;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final String PATH = "/api/v1/posts";

    private RunningService posts;
    private Person john;

    @BeforeAll
    void start() {
        posts = RunningService.start("posts");
        john = posts.auth.signUp("john", "John Doe");
    }

    @AfterAll
    void stop() {
        posts.close();
    }

    @Test
    void refusesBodiesThatAreNotAPost() {
        assertRefused(400, BadBodies.malformed());
        assertRefused(400, BadBodies.goingOn("{\"content\":\"x\"}"));
        assertRefused(
                400,
                List.of(
                        "{\"content\":{}}",
                        "{\"content\":[\"x\"]}",
                        "{\"content\":[]}",
                        "{\"content\":17}",
                        "{\"content\":true}",
                        "{\"content\":\"x\",\"visibility\":1}",
                        "{\"content\":\"x\",\"visibility\":[\"public\"]}",
                        "{\"content\":" + "[".repeat(5_000)));
        assertRefused(
                422,
                List.of(
                        "{}",
                        "{\"content\":null}",
                        "{\"content\":\"\"}",
                        "{\"content\":\"  \\n\\t \"}",
                        "{\"content\":\"nul \\u0000\"}",
                        "{\"content\":\"bell \\u0007\"}",
                        "{\"content\":\"lone \\ud800\"}",
                        "{\"content\":\"" + "x".repeat(5_001) + "\"}",
                        "{\"content\":\"" + "x".repeat(900_000) + "\"}",
                        "{\"content\":\"x\",\"visibility\":\"everyone\"}",
                        "{\"content\":\"x\",\"visibility\":\"PUBLIC\"}",
                        "{\"content\":\"x\",\"visibility\":\"\"}",
                        "{\"content\":\"x\",\"surprise\":1}",
                        "{\"content\":\"x\",\"authorId\":\"" + UUID.randomUUID() + "\"}",
                        "{\"content\":\"x\",\"deep\":" + "[".repeat(500) + "]".repeat(500) + "}"));
        assertRefused(413, List.of("{\"content\":\"" + "x".repeat(1_100_000) + "\"}"));
    }

    private void assertRefused(int status, List<String> bodies) {
        BadBodies.assertRefused(status, bodies, body -> posts.post(john, PATH, body));
    }

    @Test
    void namesTheFieldAtFault() {
        Answer answer = posts.post(john, PATH, "{\"content\":\"\"}");

        assertThat(answer.at("errors.0.field")).isEqualTo("content");
        assertThat(answer.at("errors.0.message")).isEqualTo("must not be blank");
        assertThat(posts.post(john, PATH, "{\"content\":\"x\",\"odd\":1}").at("errors.0.field"))
                .isEqualTo("odd");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] bytes = "{\"content\":\"x?\"}".getBytes(StandardCharsets.US_ASCII);
        bytes[13] = (byte) 0xff;

        assertThat(posts.post(john, PATH, bytes).status()).isEqualTo(400);
    }

    @Test
    void countsCodePointsAfterNormalisation() {
        assertThat(publish("\uD83D\uDC4B".repeat(5_000)).status()).isEqualTo(201);
        assertThat(publish("e\u0301".repeat(5_000)).status()).isEqualTo(201);
        assertThat(publish("\uD83D\uDC4B".repeat(5_001)).status()).isEqualTo(422);
        assertThat(publish("e\u0301").at("content")).isEqualTo("\u00e9");
        assertThat(publish("two\\r\\nlines").at("content")).isEqualTo("two\nlines");
        assertThat(publish("two\\nlines\\tand a tab").at("content"))
                .isEqualTo("two\nlines\tand a tab");
    }

    @Test
    void refusesOtherMediaTypes() {
        HttpRequest.Builder request =
                posts.request(PATH)
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"content\":\"x\"}"));

        assertThat(posts.send(john, request).status()).isEqualTo(415);
    }

    @Test
    void refusesOddPagesAndAddresses() {
        String far =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(new byte[28])
                        .replace('A', '_');
        SoftAssertions.assertSoftly(softly -> {
            for (String query :
                    List.of(
                            "limit=0",
                            "limit=-1",
                            "limit=101",
                            "limit=99999999999999999999",
                            "limit=x",
                            "limit=1.5",
                            "limit=%00",
                            "cursor=x",
                            "cursor=%00",
                            "cursor=" + far,
                            "cursor=" + "A".repeat(4_000))) {
                Answer answer = posts.get(john, PATH + "?" + query);
                softly.assertThat(answer.status())
                        .as(query + " -> " + answer.text())
                        .isEqualTo(422);
            }
            for (String path :
                    List.of(
                            "/api/v1/posts/x",
                            "/api/v1/posts/1-1-1-1-1",
                            "/api/v1/posts/%00",
                            "/api/v1/posts/%F0%9F%91%8B",
                            "/api/v1/posts/" + UUID.randomUUID(),
                            "/api/v1/users/%00/posts",
                            "/api/v1/users/..%2f..%2fx/posts",
                            "/api/v1/users/" + "x".repeat(3_000) + "/posts",
                            "/api/v1/nothing",
                            "/nothing")) {
                Answer answer = posts.get(john, path);
                softly.assertThat(answer.status()).as(path + " -> " + answer.text()).isEqualTo(404);
                softly.assertThat(answer.header("Content-Type"))
                        .as(path)
                        .isEqualTo("application/problem+json");
            }
        });
        assertThat(posts.delete(john, PATH).status()).isEqualTo(405);
        assertThat(posts.post(john, PATH + "/" + UUID.randomUUID(), "{}").status()).isEqualTo(405);
        assertThat(posts.get(john, PATH + "?cursor=").status()).isEqualTo(200);
    }

    @Test
    void refusesOddKeys() {
        for (String key : List.of("with space", "x".repeat(256))) {
            assertThat(
                            posts.post(john, PATH, "{\"content\":\"x\"}", "Idempotency-Key", key)
                                    .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void wantsAGoodTokenOnEveryRoute() {
        posts.auth.forgers(john).forEach(this::refusesAll);
        refusesAll(null);
        HttpRequest.Builder forged =
                posts.request(PATH)
                        .header("x-user-payload", "{\"id\":\"%s\"}".formatted(john.id()))
                        .GET();
        assertThat(posts.send(null, forged).status()).isEqualTo(401);
    }

    private void refusesAll(@Nullable Person forger) {
        String one = PATH + "/" + UUID.randomUUID();
        for (Answer answer :
                List.of(
                        posts.get(forger, PATH),
                        posts.get(forger, one),
                        posts.delete(forger, one),
                        posts.patch(forger, one, "{}"),
                        posts.get(forger, one + "/history"),
                        posts.delete(forger, one + "/bookmark"),
                        posts.get(forger, "/api/v1/users/john/posts"),
                        posts.post(forger, PATH, "{\"content\":\"x\"}"))) {
            assertThat(answer.status()).as(answer.response().uri().toString()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.at("type")).endsWith(":unauthorized");
        }
    }

    private Answer publish(String content) {
        return posts.post(john, PATH, "{\"content\":\"%s\"}".formatted(content));
    }
}
