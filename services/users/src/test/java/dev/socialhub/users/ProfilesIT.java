package dev.socialhub.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfilesIT {

    private static final String ME = "/api/v1/users/me";

    private RunningService users;

    @BeforeAll
    void start() {
        users = UsersServer.start().service;
    }

    @AfterEach
    void authIsBack() {
        users.auth.away = false;
    }

    @AfterAll
    void stop() {
        users.close();
    }

    @Test
    void makesTheCallersProfileAtOnce() {
        Person john = users.auth.signUp("john", "John Doe");

        Answer me = users.get(john, ME);

        assertThat(me.status()).as(me.text()).isEqualTo(200);
        assertThat(me.text())
                .isEqualTo(
                        ("{\"id\":\"%s\",\"username\":\"john\",\"name\":\"John Doe\",\"headline\":null,"
                                        + "\"bio\":null,\"location\":null,\"skills\":[],"
                                        + "\"createdAt\":\"2025-01-02T03:04:05Z\","
                                        + "\"counts\":{\"followers\":0,\"following\":0},"
                                        + "\"relationship\":{\"following\":false,"
                                        + "\"followedBy\":false,\"blocking\":false},"
                                        + "\"isFollowing\":false}")
                                .formatted(john.id()));
    }

    @Test
    void showsAnyUserByIdAndUsername() {
        Person jane = users.auth.signUp("jane", "Jane Roe");
        Person reader = users.auth.signUp("reader", "Reader");
        for (String name : List.of("jane", "JANE", jane.id().toString())) {
            assertThat(users.get(reader, "/api/v1/users/" + name).at("name")).isEqualTo("Jane Roe");
        }
        assertThat(users.get(jane, "/api/v1/users/jane").json())
                .isEqualTo(users.get(jane, ME).json());
        for (String nobody :
                List.of("nobody_here", UUID.randomUUID().toString(), "x", "%00", "a%20b")) {
            Answer answer = users.get(reader, "/api/v1/users/" + nobody);
            assertThat(answer.status()).as(nobody).isEqualTo(404);
            assertThat(answer.at("type")).endsWith(":not-found");
        }
    }

    @Test
    void takesTheTokensWordWhileAuthIsAway() {
        Person early = users.auth.stranger("early", "Early Bird");
        users.auth.away = true;

        assertThat(users.get(early, ME).at("name")).isEqualTo("early");
        assertThat(users.patch(early, ME, "{\"headline\":\"x\"}").status()).isEqualTo(200);
        assertThat(users.get(early, "/api/v1/users/early").status()).isEqualTo(200);
        Answer unknown = users.get(early, "/api/v1/users/who_knows");
        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.header("Retry-After")).isEqualTo("2");
    }

    @Test
    void changesOnlyWhatIsGiven() {
        Person ann = users.auth.signUp("ann", "Ann");
        Answer full =
                users.patch(
                        ann,
                        ME,
                        "{\"name\":\"Ann B.\",\"headline\":\"Engineer\",\"bio\":\"Two\\nlines\","
                                + "\"location\":\"Oslo\",\"skills\":[\"Java\",\" SQL \",\"Java\"]}");
        assertThat(full.status()).as(full.text()).isEqualTo(200);
        assertThat(full.at("skills.0")).isEqualTo("Java");
        assertThat(full.at("skills.1")).isEqualTo("SQL");
        assertThat(full.json().get("skills").size()).isEqualTo(2);

        Answer cleared = users.patch(ann, ME, "{\"headline\":null,\"location\":\" \"}");

        assertThat(cleared.json().get("headline").isNull()).isTrue();
        assertThat(cleared.json().get("location").isNull()).isTrue();
        assertThat(cleared.at("name")).isEqualTo("Ann B.");
        assertThat(cleared.at("bio")).isEqualTo("Two\nlines");
        assertThat(cleared.json().get("skills").size()).isEqualTo(2);
        assertThat(users.patch(ann, ME, "{}").json()).isEqualTo(cleared.json());
        assertThat(users.patch(ann, ME, "{\"skills\":null}").json().get("skills").size()).isZero();
        assertThat(users.get(ann, "/api/v1/users/ann").at("bio")).isEqualTo("Two\nlines");
    }

    @Test
    void keepsConcurrentEditsOfDifferentFields() throws Exception {
        Person bob = users.auth.signUp("bob", "Bob");
        List<String> edits =
                List.of(
                        "{\"headline\":\"h\"}",
                        "{\"bio\":\"b\"}",
                        "{\"location\":\"l\"}",
                        "{\"skills\":[\"s\"]}",
                        "{\"name\":\"n\"}");
        assertThat(Concurrently.run(20, i -> users.patch(bob, ME, edits.get(i % edits.size()))))
                .extracting(Answer::status)
                .containsOnly(200);

        Answer me = users.get(bob, ME);
        assertThat(me.at("headline")).isEqualTo("h");
        assertThat(me.at("bio")).isEqualTo("b");
        assertThat(me.at("location")).isEqualTo("l");
        assertThat(me.at("skills.0")).isEqualTo("s");
        assertThat(me.at("name")).isEqualTo("n");
    }

    @Test
    void makesOneProfileHoweverManyAskAtOnce() throws Exception {
        Person cat = users.auth.signUp("cat", "Cat");
        List<Answer> answers =
                Concurrently.run(30, i -> users.get(cat, i % 2 == 0 ? ME : "/api/v1/users/cat"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers).extracting(Answer::text).containsOnly(answers.getFirst().text());
    }

    @Test
    void takesNoOtherMethods() {
        Person dan = users.auth.signUp("dan", "Dan");
        for (String method : List.of("POST", "PUT", "DELETE")) {
            var request =
                    users.request(ME)
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    java.net.http.HttpRequest.BodyPublishers.ofString("{}"));
            assertThat(users.send(dan, request).status()).as(method).isEqualTo(405);
        }
        assertThat(users.patch(dan, "/api/v1/users/dan", "{}").status()).isEqualTo(405);
        assertThat(users.get(dan, ME + "/").status()).isEqualTo(200);
    }

    @Test
    void answersOperatorsAndReadersOfDocumentation() {
        assertThat(users.get(null, "/health/readiness").text()).contains("UP");
        assertThat(users.get(null, "/health/liveness").status()).isEqualTo(200);
        assertThat(users.get(null, "/prometheus").text()).contains("outbox_pending");
        assertThat(users.get(null, "/").at("service")).isEqualTo("users");
        assertThat(users.get(null, "/swagger/socialhub-users-v1.yml").text())
                .contains("/api/v1/users/me");
    }
}
