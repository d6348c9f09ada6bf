package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whatever a client sends, it gets an error that says what is wrong; no input causes a server
 * error.
 */
class BadInputIT {

    private static final List<String> BAD_QUERIES =
            List.of(
                    "limit=0",
                    "limit=-1",
                    "limit=101",
                    "limit=99999999999999999999",
                    "limit=ten",
                    "limit=1.5",
                    "limit=%00",
                    "cursor=x",
                    "cursor=%00",
                    "cursor=%F0%9F%91%8B",
                    "cursor=" + "A".repeat(199),
                    "cursor=" + "A".repeat(4_000),
                    "cursor=AAAA%2B%2F%3D",
                    "cursor=f_______f_________________________");

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final Client.Person person = platform.gateway().signUp();

    @Test
    void badBodiesAreRefusedEverywhere() {
        for (Endpoint endpoint : Endpoint.thatTakeBody(platform)) {
            for (Map.Entry<String, byte[]> bad : badBodies(endpoint).entrySet()) {
                Client.Answer answer =
                        person.client().send(endpoint.method(), endpoint.path(), bad.getValue());
                assertProblem(answer, endpoint + " with " + bad.getKey());
            }
        }
    }

    @Test
    void badFieldsAreNamed() {
        for (Endpoint endpoint : Endpoint.thatTakeBody(platform)) {
            for (String field : fields(endpoint)) {
                for (String bad :
                        List.of(
                                "\"\"",
                                "\"\\u0000\"",
                                "{}",
                                "[[]]",
                                "\"" + "x".repeat(900_000) + "\"")) {
                    String body =
                            endpoint.goodBody()
                                    .replaceFirst(
                                            "\"" + field + "\":\"[^\"]*\"",
                                            java.util.regex.Matcher.quoteReplacement(
                                                    "\"" + field + "\":" + bad));
                    Client.Answer answer =
                            person.client()
                                    .send(
                                            endpoint.method(),
                                            endpoint.path(),
                                            body.getBytes(StandardCharsets.UTF_8));
                    String what =
                            endpoint
                                    + " with "
                                    + field
                                    + " = "
                                    + bad.substring(0, Math.min(20, bad.length()));
                    if (field.equals("password") && endpoint.path().endsWith("login")) {
                        assertThat(answer.status()).as(what).isBetween(400, 499);
                    } else {
                        assertProblem(answer, what);
                    }
                }
            }
        }
    }

    @Test
    void badPagesAreRefused() {
        List<String> lists =
                List.of(
                        "/api/v1/posts",
                        "/api/v1/users/" + person.username() + "/posts",
                        "/api/v1/users/" + person.username() + "/followers",
                        "/api/v1/users/me/following",
                        "/api/v1/blocks",
                        "/api/v1/notifications");
        for (String list : lists) {
            for (String query : BAD_QUERIES) {
                assertProblem(person.client().get(list + "?" + query), list + "?" + query);
            }
        }
    }

    @Test
    void oddPathsAreNotFound() {
        List<String> paths =
                List.of(
                        "/api/v1/posts/not-a-uuid",
                        "/api/v1/posts/%F0%9F%91%8B",
                        "/api/v1/posts/" + "9".repeat(500),
                        "/api/v1/users/no.such_person",
                        "/api/v1/users/%F0%9F%91%8B",
                        "/api/v1/users/a%20b/posts",
                        "/api/v1/users/no.such_person/followers",
                        "/api/v1/users/a%20b/following",
                        "/api/v1/users/'%3B%20drop%20table%20post%3B--",
                        "/api/v1/notifications/nothing",
                        "/api/v1/nothing",
                        "/nothing/at/all");
        for (String path : paths) {
            Client.Answer answer = person.client().get(path);
            assertThat(answer.status()).as(path).isIn(400, 404, 405);
            assertProblem(answer, path);
        }
        assertProblem(person.client().get("/api/v1/posts/%00"), "NUL in a path");
        assertThat(person.client().get("/nothing").json().get("detail").asText())
                .isEqualTo("API endpoint not found.");
    }

    @Test
    void oddPeopleCannotBeFollowedOrBlocked() {
        for (String deed : List.of("follow", "block")) {
            for (String user : List.of("no.such_person", "a%20b", "%F0%9F%91%8B", "%00")) {
                String path = "/api/v1/users/" + user + "/" + deed;
                assertProblem(person.client().send("PUT", path, new byte[0]), path);
            }
            String oneself = "/api/v1/users/" + person.username() + "/" + deed;
            assertThat(person.client().send("PUT", oneself, new byte[0]).status())
                    .as(oneself)
                    .isEqualTo(422);
        }
        for (String ids : List.of("", "x", "," + "1".repeat(36), "%00")) {
            String path = "/api/v1/users/relationships?ids=" + ids;
            assertProblem(person.client().get(path), path);
        }
    }

    @Test
    void otherMethodsAndTypesAreRefused() {
        for (Endpoint endpoint : Endpoint.thatTakeBody(platform)) {
            byte[] body = endpoint.goodBody().getBytes(StandardCharsets.UTF_8);
            Client xml = person.client().with("Content-Type", "application/xml");
            assertProblem(xml.send(endpoint.method(), endpoint.path(), body), endpoint + " as XML");
            assertProblem(
                    person.client().send("PUT", endpoint.path(), body), "PUT " + endpoint.path());
        }
    }

    @Test
    void badIdempotencyKeysAreRefused() {
        for (String key : List.of("a b", "x".repeat(256), "\t")) {
            Client.Answer answer =
                    person.client()
                            .with("Idempotency-Key", key)
                            .post("/api/v1/posts", Map.of("content", "keyed"));
            assertProblem(answer, "key " + key);
        }
    }

    @Test
    void whatPeopleTypeIsKeptAsTyped() {
        String content =
                "Grüße 👩‍👩‍👧‍👦\n\t\u202eשלום\u202c 'quote\" <b>&amp;</b> \\ %s {} ${x}";
        Client.Answer answer = person.client().post("/api/v1/posts", Map.of("content", content));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String path = "/api/v1/posts/" + answer.json().get("id").asText();
        assertThat(person.client().get(path).json().get("content").asText()).isEqualTo(content);
    }

    private static Map<String, byte[]> badBodies(Endpoint endpoint) {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("nothing", new byte[0]);
        bodies.put("white space", bytes("  \n"));
        bodies.put("null", bytes("null"));
        bodies.put("a string", bytes("\"text\""));
        bodies.put("a number", bytes("12"));
        bodies.put("an array", bytes("[" + endpoint.goodBody() + "]"));
        bodies.put("half an object", bytes("{\"content\":"));
        bodies.put(
                "an unknown field",
                bytes(endpoint.goodBody().replaceFirst("\\{", "{\"isAdmin\":true,")));
        bodies.put(
                "invalid UTF-8",
                new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'});
        bodies.put("NUL bytes", new byte[] {0, 0, 0});
        bodies.put(
                "deep nesting", bytes("{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}"));
        bodies.put("more than a megabyte", bytes("{\"a\":\"" + "x".repeat(1_100_000) + "\"}"));
        bodies.put("a huge number", bytes("{\"a\":1" + "0".repeat(5_000) + "}"));
        return bodies;
    }

    private static List<String> fields(Endpoint endpoint) {
        return java.util.regex.Pattern.compile("\"(\\w+)\":")
                .matcher(String.valueOf(endpoint.body()))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertProblem(Client.Answer answer, String what) {
        assertThat(answer.status()).as("%s: %s", what, answer.text()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).as(what).startsWith("application/problem+json");
        assertThat(answer.json().get("type").asText())
                .as(what)
                .startsWith("urn:socialhub:problem:");
        assertThat(answer.json().get("status").asInt()).as(what).isEqualTo(answer.status());
        assertThat(answer.json().get("requestId").asText())
                .as(what)
                .isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.text())
                .as(what)
                .doesNotContain("Exception", "dev.socialhub", "io.micronaut", "java.");
    }
}
