package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyIT {

    private RunningService posts;
    private Person author;
    private int people;

    @BeforeAll
    void start() {
        posts = RunningService.start("posts");
    }

    @BeforeEach
    void someone() {
        author = posts.auth.signUp("author_" + people++, "Author");
    }

    @AfterAll
    void stop() {
        posts.close();
    }

    @Test
    void givesTheFirstAnswerAgain() {
        String key = key();
        Answer first = publish(author, key, "once");
        Answer again = publish(author, key, "once");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(count(author)).isEqualTo(1);
    }

    @Test
    void takesTheSameRequestInOtherWordsForTheSame() {
        String key = key();
        publish(author, key, "e\\u0301");
        Answer again =
                posts.post(
                        author,
                        "/api/v1/posts",
                        "{ \"visibility\" : \"public\", \"content\" : \"\u00e9\" }",
                        "X-Idempotency-Key",
                        key);

        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void refusesAnotherBodyUnderAKnownKey() {
        String key = key();
        publish(author, key, "first");
        Answer other = publish(author, key, "second");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("type")).endsWith(":idempotency-key-reused");
        assertThat(count(author)).isEqualTo(1);
    }

    @Test
    void separatesTheKeysOfUsers() {
        String key = key();
        Person other = posts.auth.signUp("other_" + people++, "Other");

        assertThat(publish(author, key, "mine").status()).isEqualTo(201);
        Answer theirs = publish(other, key, "theirs");
        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.at("content")).isEqualTo("theirs");
    }

    @Test
    void doesNotRememberWhatFailed() {
        String key = key();

        assertThat(publish(author, key, "").status()).isEqualTo(422);
        assertThat(publish(author, key, "right now").status()).isEqualTo(201);
    }

    @Test
    void publishesOnceUnderFiftyConcurrentRequests() throws Exception {
        String key = key();
        List<Answer> answers = Concurrently.run(50, _ -> publish(author, key, "one of fifty"));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertThat(answers)
                .filteredOn(a -> a.status() == 201 && a.header("Idempotent-Replayed") == null)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(a -> a.status() == 201)
                .extracting(a -> a.at("id"))
                .containsOnly(publish(author, key, "one of fifty").at("id"));
        assertThat(answers)
                .filteredOn(a -> a.status() == 409)
                .allSatisfy(a -> assertThat(a.header("Retry-After")).isEqualTo("1"));
        assertThat(count(author)).isEqualTo(1);
    }

    private Answer publish(Person person, String key, String content) {
        return posts.post(
                person,
                "/api/v1/posts",
                "{\"content\":\"%s\"}".formatted(content),
                "Idempotency-Key",
                key);
    }

    private int count(Person person) {
        return posts.get(person, "/api/v1/users/" + person.id() + "/posts?limit=100")
                .json()
                .get("items")
                .size();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
