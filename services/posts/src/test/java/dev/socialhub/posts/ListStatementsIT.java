package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import dev.socialhub.shared.testing.TestDatabase;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A page costs a fixed number of statements, whatever its size. */
class ListStatementsIT {

    @Test
    void runsAsManyStatementsForAHundredPostsAsForTen() throws Exception {
        TestDatabase database = TestDatabase.fresh("posts");
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put(
                "datasources.default.url",
                database.url().replaceFirst("^jdbc:", RecordingDriver.PREFIX));
        settings.put("datasources.default.driver-class-name", RecordingDriver.class.getName());
        try (RunningService posts = RunningService.start("posts", settings)) {
            Person author = posts.auth.signUp("author", "Author");
            Person reader = posts.auth.signUp("reader", "Reader");
            Concurrently.run(100, i -> prepare(posts, author, reader, i));

            for (String list :
                    List.of(
                            "/api/v1/posts?",
                            "/api/v1/users/author/posts?",
                            "/api/v1/tags/many/posts?",
                            "/api/v1/bookmarks?",
                            "/api/v1/search?q=word&")) {
                read(posts, reader, list, 10);
                List<String> forTen = read(posts, reader, list, 10);
                List<String> forHundred = read(posts, reader, list, 100);

                assertThat(forTen).as(list).isNotEmpty().hasSizeLessThanOrEqualTo(3);
                assertThat(forHundred).as(list).hasSameSizeAs(forTen);
            }
        }
    }

    private static int prepare(RunningService posts, Person author, Person reader, int number) {
        Answer post =
                posts.post(
                        author,
                        "/api/v1/posts",
                        "{\"content\":\"word %d #many\"}".formatted(number));
        assertThat(post.status()).as(post.text()).isEqualTo(201);
        HttpRequest.Builder bookmark =
                posts.request(post.location() + "/bookmark")
                        .PUT(HttpRequest.BodyPublishers.noBody());
        return posts.send(reader, bookmark).status();
    }

    private static List<String> read(RunningService posts, Person reader, String list, int limit) {
        RecordingDriver.takeStatements();
        Answer page = posts.get(reader, list + "limit=" + limit);
        assertThat(page.json().get("items").size()).as(list + page.text()).isEqualTo(limit);
        return RecordingDriver.takeStatements();
    }
}
