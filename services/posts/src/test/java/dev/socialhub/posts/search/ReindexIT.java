package dev.socialhub.posts.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReindexIT {

    private RunningService posts;

    @BeforeAll
    void start() {
        posts = RunningService.start("posts", Map.of("socialhub.ops.enabled", true));
    }

    @AfterAll
    void stop() {
        posts.close();
    }

    @Test
    void indexesAllPostsAgainPageByPage() {
        Person john = posts.auth.signUp("john", "John Doe");
        for (int number = 0; number < 5; number++) {
            String body = "{\"content\":\"A lighthouse, number " + number + "\"}";
            assertThat(posts.post(john, "/api/v1/posts", body).status()).isEqualTo(201);
        }
        posts.database.query("update post set words = ''");
        assertThat(found(john)).isZero();

        assertThat(asOperator("GET", "").at("posts")).isEqualTo("5");
        String after = "";
        int indexed = 0;
        do {
            Answer page = asOperator("POST", "/reindex?limit=2" + after);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            indexed += Integer.parseInt(page.at("posts"));
            after = page.json().get("next").isNull() ? "" : "&after=" + page.at("next");
        } while (!after.isEmpty());

        assertThat(indexed).isEqualTo(5);
        assertThat(found(john)).isEqualTo(5);
    }

    @Test
    void refusesUsersAndInvalidKeys() {
        Person jane = posts.auth.signUp("jane", "Jane Roe");
        assertThat(posts.get(jane, "/internal/ops/search").status()).isEqualTo(403);
        assertThat(asOperator("POST", "/reindex?after=x").status()).isEqualTo(422);
    }

    private int found(Person user) {
        return posts.get(user, "/api/v1/search?q=lighthouse").json().get("items").size();
    }

    private Answer asOperator(String method, String path) {
        return posts.send(
                null,
                posts.request("/internal/ops/search" + path)
                        .header(
                                "Authorization",
                                "Bearer " + posts.bean(ServiceTokens.class).issue())
                        .method(method, BodyPublishers.noBody()));
    }
}
