package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Writing help with the generator that a new platform has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssistIT {

    private static final String CONTENT = "/api/v1/ai/generate-content";
    private static final String CAPTION = "/api/v1/ai/generate-caption";

    private RunningService posts;

    @BeforeAll
    void start() {
        posts = RunningService.start("posts", Map.of("posts.assist.daily-limit", "5"));
    }

    @AfterAll
    void stop() {
        posts.close();
    }

    @Test
    void draftsAPostAboutTheTopic() {
        Person john = posts.auth.signUp("john", "John");
        Answer draft = posts.post(john, CONTENT, "{\"topic\":\"green tea\",\"tone\":\"funny\"}");

        assertThat(draft.status()).as(draft.text()).isEqualTo(200);
        assertThat(draft.at("content")).contains("green tea");
        assertThat(draft.at("provider")).isEqualTo("local");
    }

    @Test
    void draftsACaptionWithExactlyThreeHashtags() {
        Person jane = posts.auth.signUp("jane", "Jane");
        Answer draft = posts.post(jane, CAPTION, "{\"topic\":\"a walk\"}");

        assertThat(draft.status()).as(draft.text()).isEqualTo(200);
        assertThat(draft.at("caption").chars().filter(c -> c == '#')).hasSize(3);
        assertThat(draft.json().get("hashtags").size()).isEqualTo(3);
    }

    @Test
    void refusesATopicThatIsNone() {
        Person ann = posts.auth.signUp("ann", "Ann");
        assertThat(posts.post(ann, CAPTION, "{\"topic\":\"  \"}").status()).isEqualTo(422);
        assertThat(posts.post(ann, CAPTION, "{}").status()).isEqualTo(422);
        String longer = "x".repeat(201);
        assertThat(posts.post(ann, CONTENT, "{\"topic\":\"" + longer + "\"}").status())
                .isEqualTo(422);
    }

    @Test
    void givesTheFirstAnswerAgainUnderOneKey() {
        Person bob = posts.auth.signUp("bob", "Bob");
        String key = UUID.randomUUID().toString();
        String body = "{\"topic\":\"bread\"}";
        Answer first = posts.post(bob, CAPTION, body, "Idempotency-Key", key);
        Answer again = posts.post(bob, CAPTION, body, "Idempotency-Key", key);
        Answer other = posts.post(bob, CAPTION, "{\"topic\":\"jam\"}", "Idempotency-Key", key);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void writesNoMoreThanTheDailyLimitForConcurrentRequests() throws Exception {
        Person zoe = posts.auth.signUp("zoe", "Zoe");
        List<Answer> answers =
                Concurrently.run(12, _ -> posts.post(zoe, CAPTION, "{\"topic\":\"tea\"}"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(429);
                    assertThat(answer.at("type")).endsWith(":too-many-requests");
                    assertThat(answer.header("Retry-After")).isNotNull();
                });
    }
}
