package dev.socialhub.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.BadBodies;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final String ME = "/api/v1/users/me";

    private RunningService users;
    private Person john;

    @BeforeAll
    void start() {
        users = RunningService.start("users");
        john = users.auth.signUp("john", "John Doe");
    }

    @AfterAll
    void stop() {
        users.close();
    }

    @Test
    void refusesBodiesThatAreNotAnEdit() {
        assertRefused(400, BadBodies.malformed());
        assertRefused(400, BadBodies.goingOn("{\"bio\":\"x\"}"));
        assertRefused(
                400,
                List.of(
                        "{\"name\":17}",
                        "{\"name\":[\"x\"]}",
                        "{\"bio\":{}}",
                        "{\"skills\":\"x\"}",
                        "{\"skills\":[1]}",
                        "{\"skills\":[[\"x\"]]}",
                        "{\"skills\":{}}",
                        "{\"skills\":" + "[".repeat(5_000)));
        assertRefused(
                422,
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
                        "{\"surprise\":null}"));
        assertRefused(413, List.of("{\"bio\":\"" + "x".repeat(1_100_000) + "\"}"));
        assertThat(users.get(john, ME).at("name")).isEqualTo("John Doe");
    }

    private void assertRefused(int status, List<String> bodies) {
        BadBodies.assertRefused(status, bodies, body -> users.patch(john, ME, body));
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
    void refusesLineBreaksAndTurnsOfDirectionInEveryFieldOfOneLine() {
        for (String bad : List.of("\\r\\n", "\\n", "\\u0085", "\\u2028", "\\u202e", "\\u2066")) {
            String text = "\"Ann" + bad + "Set-Cookie: a=b\"";
            for (String field : List.of("name", "headline", "location")) {
                Answer answer = users.patch(john, ME, "{\"%s\":%s}".formatted(field, text));
                assertThat(answer.status()).as(field + text).isEqualTo(422);
                assertThat(answer.at("errors.0.field")).isEqualTo(field);
            }
            Answer skill = users.patch(john, ME, "{\"skills\":[\"ok\",%s]}".formatted(text));
            assertThat(skill.status()).as(text).isEqualTo(422);
            assertThat(skill.at("errors.0.field")).startsWith("skills");
        }
        assertThat(users.patch(john, ME, "{\"bio\":\"two\\r\\nlines\"}").at("bio"))
                .isEqualTo("two\nlines");
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
    void wantsAGoodTokenOnEveryRoute() {
        users.auth.forgers(john).forEach(this::refusesAll);
        refusesAll(null);
    }

    private void refusesAll(@Nullable Person forger) {
        for (Answer answer :
                List.of(
                        users.get(forger, ME),
                        users.get(forger, "/api/v1/users/john"),
                        users.patch(forger, ME, "{}"))) {
            assertThat(answer.status()).as(answer.response().uri().toString()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }
}
