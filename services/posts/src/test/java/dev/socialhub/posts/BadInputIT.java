package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.socialhub.posts.FakeAuth.Person;
import dev.socialhub.posts.PostsServer.Answer;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final String PATH = "/api/v1/posts";

    private PostsServer posts;
    private Person john;

    @BeforeAll
    void start() {
        posts = PostsServer.start();
        john = posts.auth.signUp("john", "John Doe");
    }

    @AfterAll
    void stop() {
        posts.close();
    }

    /** What was sent, and what has to come back. */
    private record Case(int status, String body) {}

    @Test
    void refusesBodiesThatAreNotAPost() {
        List<Case> cases = new ArrayList<>();
        for (String body :
                List.of(
                        "",
                        " ",
                        "null",
                        "{",
                        "[]",
                        "[{\"content\":\"x\"}]",
                        "\"x\"",
                        "17",
                        "nonsense",
                        "{\"content\":{}}",
                        "{\"content\":[\"x\"]}",
                        "{\"content\":[]}",
                        "{\"content\":17}",
                        "{\"content\":true}",
                        "{\"content\":\"x\",\"visibility\":1}",
                        "{\"content\":\"x\",\"visibility\":[\"public\"]}",
                        "[".repeat(5_000),
                        "{\"content\":" + "[".repeat(5_000))) {
            cases.add(new Case(400, body));
        }
        for (String body :
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
                        "{\"content\":\"x\",\"deep\":" + "[".repeat(500) + "]".repeat(500) + "}")) {
            cases.add(new Case(422, body));
        }
        cases.add(new Case(413, "{\"content\":\"" + "x".repeat(1_100_000) + "\"}"));

        SoftAssertions.assertSoftly(softly -> {
            for (Case c : cases) {
                Answer answer = posts.post(john, PATH, c.body());
                String start = c.body().substring(0, Math.min(60, c.body().length()));
                softly.assertThat(answer.status())
                        .as(start + " -> " + answer.text())
                        .isEqualTo(c.status());
                softly.assertThat(answer.header("Content-Type"))
                        .as(start)
                        .isEqualTo("application/problem+json");
                softly.assertThat(answer.header("X-Request-Id")).as(start).isNotNull();
            }
        });
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
    void wantsAGoodTokenOnEveryRoute() throws JOSEException {
        RSAKey other = new RSAKeyGenerator(2048).keyID("test").generate();
        String none =
                base64("{\"alg\":\"none\"}")
                        + "."
                        + base64("{\"sub\":\"%s\",\"username\":\"john\"}".formatted(john.id()))
                        + ".";
        List<Person> forgers =
                List.of(
                        with(FakeAuth.token(other, john.id(), "john", 900)),
                        with(posts.auth.expiredToken(john)),
                        with(none),
                        with("garbage"),
                        with("x".repeat(5_000)));
        for (Person forger : forgers) {
            refusesAll(forger);
        }
        refusesAll(null);
        HttpRequest.Builder forged =
                posts.request(PATH)
                        .header("x-user-payload", "{\"id\":\"%s\"}".formatted(john.id()))
                        .GET();
        assertThat(posts.send(null, forged).status()).isEqualTo(401);
    }

    private void refusesAll(Person forger) {
        String one = PATH + "/" + UUID.randomUUID();
        for (Answer answer :
                List.of(
                        posts.get(forger, PATH),
                        posts.get(forger, one),
                        posts.delete(forger, one),
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

    private Person with(String token) {
        return new Person(john.id(), "john", "John Doe", token);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
