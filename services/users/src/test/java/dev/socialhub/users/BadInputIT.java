package dev.socialhub.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.socialhub.users.FakeAuth.Person;
import dev.socialhub.users.UsersServer.Answer;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final String ME = "/api/v1/users/me";

    private UsersServer users;
    private Person john;

    @BeforeAll
    void start() {
        users = UsersServer.start();
        john = users.auth.signUp("john", "John Doe");
    }

    @AfterAll
    void stop() {
        users.close();
    }

    /** What was sent, and what has to come back. */
    private record Case(int status, String body) {}

    @Test
    void refusesBodiesThatAreNotAnEdit() {
        List<Case> cases = new ArrayList<>();
        for (String body :
                List.of(
                        "",
                        "null",
                        "{",
                        "[]",
                        "\"x\"",
                        "17",
                        "{\"name\":17}",
                        "{\"name\":[\"x\"]}",
                        "{\"bio\":{}}",
                        "{\"skills\":\"x\"}",
                        "{\"skills\":[1]}",
                        "{\"skills\":[[\"x\"]]}",
                        "{\"skills\":{}}",
                        "[".repeat(5_000),
                        "{\"skills\":" + "[".repeat(5_000))) {
            cases.add(new Case(400, body));
        }
        for (String body :
                List.of(
                        "{\"name\":null}",
                        "{\"name\":\"\"}",
                        "{\"name\":\"  \"}",
                        "{\"name\":\"nul \\u0000\"}",
                        "{\"name\":\"" + "x".repeat(101) + "\"}",
                        "{\"name\":\"" + "x".repeat(900_000) + "\"}",
                        "{\"headline\":\"" + "x".repeat(121) + "\"}",
                        "{\"bio\":\"" + "x".repeat(1_001) + "\"}",
                        "{\"bio\":\"lone \\ud800\"}",
                        "{\"location\":\"" + "x".repeat(101) + "\"}",
                        "{\"skills\":[\"\"]}",
                        "{\"skills\":[null]}",
                        "{\"skills\":[\"" + "x".repeat(51) + "\"]}",
                        "{\"skills\":[" + "\"x\",".repeat(50) + "\"x\"]}",
                        "{\"username\":\"root\"}",
                        "{\"version\":1}",
                        "{\"surprise\":null}")) {
            cases.add(new Case(422, body));
        }
        cases.add(new Case(413, "{\"bio\":\"" + "x".repeat(1_100_000) + "\"}"));

        SoftAssertions.assertSoftly(softly -> {
            for (Case c : cases) {
                Answer answer = users.patch(john, ME, c.body());
                String start = c.body().substring(0, Math.min(60, c.body().length()));
                softly.assertThat(answer.status())
                        .as(start + " -> " + answer.text())
                        .isEqualTo(c.status());
                softly.assertThat(answer.header("Content-Type"))
                        .as(start)
                        .isEqualTo("application/problem+json");
            }
        });
        assertThat(users.get(john, ME).at("name")).isEqualTo("John Doe");
    }

    @Test
    void namesTheFieldAtFault() {
        assertThat(users.patch(john, ME, "{\"name\":null}").at("errors.0.field")).isEqualTo("name");
        assertThat(users.patch(john, ME, "{\"headline\":\"\\u0000\"}").at("errors.0.field"))
                .isEqualTo("headline");
        assertThat(users.patch(john, ME, "{\"skills\":[\"ok\",\"\"]}").at("errors.0.field"))
                .startsWith("skills");
        assertThat(users.patch(john, ME, "{\"odd\":1}").at("errors.0.field")).isEqualTo("odd");
    }

    @Test
    void takesTextOfEveryScript() {
        Answer answer =
                users.patch(
                        john,
                        ME,
                        "{\"headline\":\"%s\",\"bio\":\"e\u0301\"}"
                                .formatted("\uD83D\uDC4B".repeat(120)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("bio")).isEqualTo("\u00e9");
    }

    @Test
    void wantsAGoodTokenOnEveryRoute() throws JOSEException {
        RSAKey other = new RSAKeyGenerator(2048).keyID("test").generate();
        List<Person> forgers =
                List.of(
                        with(FakeAuth.token(other, john.id(), "john", 900)),
                        with(users.auth.expiredToken(john)),
                        with("garbage"));
        for (Person forger : forgers) {
            refusesAll(forger);
        }
        refusesAll(null);
    }

    private void refusesAll(Person forger) {
        for (Answer answer :
                List.of(
                        users.get(forger, ME),
                        users.get(forger, "/api/v1/users/john"),
                        users.patch(forger, ME, "{}"))) {
            assertThat(answer.status()).as(answer.response().uri().toString()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    private Person with(String token) {
        return new Person(john.id(), "john", "John Doe", token);
    }
}
