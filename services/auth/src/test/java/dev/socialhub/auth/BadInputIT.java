package dev.socialhub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.BadBodies;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputIT {

    private static final List<String> BAD_VALUES =
            List.of(
                    "null",
                    "5",
                    "1.5",
                    "true",
                    "[]",
                    "[\"a\"]",
                    "{}",
                    "{\"a\":1}",
                    "\"\"",
                    "\"a\\u0000b\"",
                    "\"\\ud800\"",
                    "\"" + "x".repeat(900_000) + "\"",
                    "1e999999",
                    "9".repeat(400));

    private static final List<String> BAD_BODIES =
            List.of(
                    "x",
                    "{\"a\":".repeat(50_000),
                    "{\"name\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                    "{\"name\":" + "9".repeat(500_000) + "}",
                    "1".repeat(900_000));

    private static AuthServer auth;

    @BeforeAll
    static void start() {
        auth =
                AuthServer.start(
                        AuthServer.newDatabase(), Map.of("socialhub.hashing.queue-per-thread", 50));
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    static Stream<String> signUpFields() {
        return Stream.of("name", "email", "username", "password");
    }

    @ParameterizedTest
    @MethodSource("signUpFields")
    void signUpRefusesBadFields(String field) {
        for (String value : BAD_VALUES) {
            Map<String, String> fields =
                    new java.util.TreeMap<>(
                            Map.of(
                                    "name", "\"John Doe\"",
                                    "email", "\"john@example.com\"",
                                    "username", "\"johndoe\"",
                                    "password", "\"SecurePass123!\""));
            fields.put(field, value);
            assertRefused(auth.post("/api/v1/auth/signup", json(fields)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identifier", "password"})
    void loginRefusesBadFields(String field) {
        for (String value : BAD_VALUES) {
            Map<String, String> fields =
                    new java.util.TreeMap<>(
                            Map.of("identifier", "\"johndoe\"", "password", "\"x\""));
            fields.put(field, value);
            assertRefused(auth.post("/api/v1/auth/login", json(fields)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/signup", "/api/v1/auth/login"})
    void refusesBadBodies(String path) {
        BadBodies.assertRefused(400, BadBodies.malformed(), body -> auth.post(path, body));
        BAD_BODIES.forEach(body -> assertRefused(auth.post(path, body)));
        assertRefused(auth.post(path, new byte[] {(byte) 0xff, (byte) 0xfe, 0}));
        byte[] latin = "{\"name\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(auth.post(path, latin));
        assertThat(auth.post(path, new byte[1_100_000]).status()).isEqualTo(413);
    }

    @Test
    void refusesBodiesThatGoOnWhereTheyShouldEnd() {
        BadBodies.assertRefused(
                400,
                BadBodies.goingOn(AuthServer.signUpBody("trailing").strip()),
                body -> auth.post("/api/v1/auth/signup", body));
        BadBodies.assertRefused(
                400,
                BadBodies.goingOn("{\"identifier\":\"trailing\",\"password\":\"x\"}"),
                body -> auth.post("/api/v1/auth/login", body));
        assertThat(auth.get("/api/v1/auth/check/trailing").at("available")).isEqualTo("true");
    }

    @Test
    void refusesOtherTypesAndEncodings() {
        byte[] body = AuthServer.signUpBody("johndoe").getBytes(StandardCharsets.UTF_8);
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
            Answer answer =
                    auth.send(
                            auth.request("/api/v1/auth/signup")
                                    .header("Content-Type", type)
                                    .POST(
                                            java.net.http.HttpRequest.BodyPublishers.ofByteArray(
                                                    body)));
            assertThat(answer.status()).isEqualTo(415);
        }
        assertRefused(auth.post("/api/v1/auth/signup", body, "Content-Encoding", "gzip"));
        assertRefused(auth.post("/api/v1/auth/signup", body, "Idempotency-Key", "x".repeat(300)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "....", "___", "_._"})
    void refusesAUsernameOfPunctuationAlone(String username) {
        Answer answer =
                auth.post(
                        "/api/v1/auth/signup",
                        AuthServer.signUpBody(username).replace(username + "@", "punctuation@"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("errors.0.field")).isEqualTo("username");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\r\\nSet-Cookie: a=b", "\\n", "\\u2028", "\\u202e", "\\u2067"})
    void refusesANameThatIsNotOneLine(String behind) {
        Answer answer =
                auth.post(
                        "/api/v1/auth/signup",
                        AuthServer.signUpBody("oneliner").replace("John Doe", "John" + behind));

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("errors.0.field")).isEqualTo("name");
    }

    @Test
    void refusesUnknownFieldsByName() {
        Answer answer =
                auth.post(
                        "/api/v1/auth/signup",
                        AuthServer.signUpBody("johndoe")
                                .replaceFirst("\\{", "{\"roles\":[\"ADMIN\"],"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("errors.0.field")).isEqualTo("roles");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%2fb", "%F0%9F%98%80", "'or'1", "%0d%0aX:y", "ab", "me"})
    void callsAMalformedNameUnavailable(String name) {
        Answer answer = auth.get("/api/v1/auth/check/" + name);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("available")).isEqualTo("false");
        assertThat(answer.at("reason")).isEqualTo("malformed");
    }

    @Test
    void refusesANameThatIsNotUtf8() {
        assertThat(auth.get("/api/v1/auth/check/%ff").status()).isEqualTo(400);
        assertThat(auth.get("/api/v1/auth/check/a%c0%af").status()).isEqualTo(400);
    }

    @Test
    void saysWhetherANameIsFree() {
        assertThat(auth.get("/api/v1/auth/check/free_name").at("available")).isEqualTo("true");
        assertThat(auth.post("/api/v1/auth/check/Admin", "").at("reason")).isEqualTo("reserved");
    }

    @Test
    void answersUnknownPathsAndMethodsWithProblems() {
        assertThat(auth.get("/api/v1/auth/nothing").status()).isEqualTo(404);
        assertThat(auth.get("/api/v1/auth/signup").status()).isEqualTo(405);
        assertThat(auth.get("/").at("service")).isEqualTo("auth");
        assertThat(auth.get(auth.get("/").at("docs")).text()).contains("/api/v1/auth/signup:");
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text()).doesNotContain("Exception", "dev.socialhub", "io.micronaut");
    }

    private static String json(Map<String, String> fields) {
        return "{"
                + String.join(
                        ",",
                        fields.entrySet().stream()
                                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                                .toList())
                + "}";
    }
}
