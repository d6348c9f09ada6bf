package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posts of sample users: added once, without an event, and seen by the readers they are for. */
class SeedIT {

    private static final String PATH = "/internal/ops/seed/";

    /** The sequence number of the last event that was published. */
    private static final String OUTBOX_SEQUENCE =
            "select last_value::text || is_called::text from outbox_seq_seq";

    private static RunningService posts;

    @BeforeAll
    static void start(@TempDir Path folder) {
        // Without Kafka, published events would stay in the outbox.
        posts =
                RunningService.start(
                        "posts",
                        Map.of(
                                "socialhub.ops.enabled",
                                true,
                                "posts.media.local.folder",
                                folder.resolve("media").toString(),
                                "posts.media.upload-folder",
                                folder.toString(),
                                "kafka.bootstrap.servers",
                                "127.0.0.1:1"));
    }

    @AfterAll
    static void stop() {
        posts.close();
    }

    @Test
    void addsEachOnceAndPublishesNoEvent() {
        Person author = posts.auth.signUp("once", "Ada");
        Person reader = posts.auth.signUp("reader", "Reader");
        String batch =
                batch(
                        row(id(1), author.id(), "Dzień dobry #świat", "public"),
                        row(id(2), author.id(), "今日は", "private"));

        List<String> before = posts.database.query(OUTBOX_SEQUENCE);
        assertThat(seed(batch).text()).isEqualTo("{\"added\":2,\"leftOut\":0}");
        assertThat(seed(batch).text()).isEqualTo("{\"added\":0,\"leftOut\":0}");
        assertThat(posts.database.query(OUTBOX_SEQUENCE)).isEqualTo(before);

        // The author's name is replicated at the first request that names the author.
        posts.get(reader, "/api/v1/users/once/posts");
        Answer read = posts.get(author, "/api/v1/posts/" + id(2));
        assertThat(read.at("content")).isEqualTo("今日は");
        assertThat(read.at("visibility")).isEqualTo("private");
        assertThat(read.at("createdAt")).isEqualTo("2025-10-01T00:00:00.123Z");
        assertThat(posts.get(reader, "/api/v1/posts/" + id(2)).status()).isEqualTo(404);
        assertThat(posts.get(reader, "/api/v1/tags/%C5%9Bwiat/posts").at("items.0.hashtags.0"))
                .isEqualTo("świat");
        assertThat(posts.get(reader, "/api/v1/search?q=dobry").at("items.0.id")).isEqualTo(id(1));
        assertThat(posts.database.query("select version from post where edited_at is null"))
                .contains("1");
    }

    @Test
    void drawsPicturesForPostsEachOnce() {
        Person author = posts.auth.signUp("painter", "Ada");
        seed(batch(row(id(40), author.id(), "a picture", "public")));
        String pictures =
                """
                {"pictures":[
                {"id":"%1$s","postId":"%2$s","authorId":"%4$s","createdAtMillis":1},
                {"id":"%3$s","postId":"%3$s","authorId":"%4$s","createdAtMillis":1}]}
                """
                        .formatted(id(41), id(40), id(42), author.id());

        assertThat(seed("pictures", pictures).text()).isEqualTo("{\"added\":1,\"leftOut\":1}");
        assertThat(seed("pictures", pictures).text()).isEqualTo("{\"added\":0,\"leftOut\":1}");
        posts.get(author, "/api/v1/users/painter/posts");
        Answer read = posts.get(author, "/api/v1/posts/" + id(40));
        assertThat(read.at("media.0.width")).isEqualTo("480");
        assertThat(posts.get(null, read.at("media.0.thumbnailUrl")).status()).isEqualTo(200);
    }

    @Test
    void leavesATakenDownPostDown() {
        Person author = posts.auth.signUp("regrets", "Ada");
        String batch = batch(row(id(3), author.id(), "words", "public"));
        seed(batch);
        posts.get(author, "/api/v1/users/regrets/posts");
        assertThat(posts.delete(author, "/api/v1/posts/" + id(3)).status()).isLessThan(300);

        assertThat(seed(batch).text()).isEqualTo("{\"added\":0,\"leftOut\":0}");
        assertThat(posts.get(author, "/api/v1/posts/" + id(3)).status()).isEqualTo(404);
    }

    @Test
    void omitsRowsOfDeletedUsers() {
        UUID gone = UUID.randomUUID();
        posts.database.query(
                "insert into deleted_user (user_id, deleted_at, erased_at) values ('"
                        + gone
                        + "', now(), now())");
        Person author = posts.auth.signUp("stays", "Ada");

        assertThat(
                        seed(batch(
                                        row(id(4), gone, "late", "public"),
                                        row(id(5), author.id(), "in time", "public")))
                                .text())
                .isEqualTo("{\"added\":1,\"leftOut\":1}");
        assertThat(posts.database.query("select 1 from post where author_id = '" + gone + "'"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "words, ' ', posts[1].content",
        "words, '\\u0007', posts[1].content",
        "public, everybody, posts[1].visibility",
        "0000000000b7, zz, posts[1].id",
        "1759276800123, -1, posts[1].createdAtMillis",
        "content, text, text"
    })
    void namesTheRowThatIsWrong(String right, String wrong, String field) {
        UUID author = UUID.randomUUID();
        String second = row(id(0xb7), author, "words", "public");
        Answer answer =
                seed(batch(row(id(6), author, "good", "public"), second.replace(right, wrong)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("errors.0.field")).isEqualTo(field);
        assertThat(posts.database.query("select 1 from post where id = '" + id(6) + "'")).isEmpty();
    }

    @Test
    void addsLikesAndCommentsOfExistingPosts() {
        Person author = posts.auth.signUp("popular", "Ada");
        seed(batch(row(id(8), author.id(), "words", "public")));
        String likes =
                """
                {"likes":[{"postId":"%1$s","userId":"%3$s","likedAtMillis":1759276800123},
                {"postId":"%2$s","userId":"%3$s","likedAtMillis":1759276800123}]}
                """
                        .formatted(id(8), id(9), author.id());
        String comments =
                """
                {"comments":[{"id":"%1$s","postId":"%2$s","authorId":"%3$s","content":"So true",\
                "createdAtMillis":1759276800123}]}
                """
                        .formatted(id(10), id(8), author.id());

        assertThat(seed("likes", likes).text()).isEqualTo("{\"added\":1,\"leftOut\":1}");
        assertThat(seed("likes", likes).text()).isEqualTo("{\"added\":0,\"leftOut\":1}");
        assertThat(seed("comments", comments).text()).isEqualTo("{\"added\":1,\"leftOut\":0}");
        assertThat(seed("comments", comments).text()).isEqualTo("{\"added\":0,\"leftOut\":0}");

        posts.get(author, "/api/v1/users/popular/posts");
        assertThat(posts.get(author, "/api/v1/posts/" + id(8) + "/likes").at("items.0.username"))
                .isEqualTo("popular");
        assertThat(posts.get(author, "/api/v1/comments/" + id(10)).at("content"))
                .isEqualTo("So true");
    }

    @Test
    void isForOperatorsAlone() {
        Person ordinaryUser = posts.auth.signUp("curious", "Ada");
        String batch = batch(row(id(7), ordinaryUser.id(), "never", "public"));
        assertThat(send(posts, null, batch).status()).isEqualTo(401);
        assertThat(send(posts, ordinaryUser.token(), batch).status()).isEqualTo(403);
        try (RunningService silent = RunningService.start("posts")) {
            String token = silent.bean(ServiceTokens.class).issue();
            assertThat(send(silent, token, batch).status()).isEqualTo(404);
        }
        assertThat(posts.database.query("select 1 from post where id = '" + id(7) + "'")).isEmpty();
    }

    private static Answer seed(String batch) {
        return seed("posts", batch);
    }

    private static Answer seed(String rows, String batch) {
        return send(posts, posts.bean(ServiceTokens.class).issue(), rows, batch);
    }

    private static Answer send(RunningService to, @Nullable String token, String batch) {
        return send(to, token, "posts", batch);
    }

    private static Answer send(
            RunningService to, @Nullable String token, String rows, String batch) {
        var request =
                to.request(PATH + rows)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(batch));
        return to.send(
                null, token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    private static String id(int number) {
        return "019c0000-0000-7000-8000-%012x".formatted(number);
    }

    private static String row(String id, UUID author, String content, String visibility) {
        return """
        {"id":"%s","authorId":"%s","content":"%s","visibility":"%s",\
        "createdAtMillis":1759276800123}\
        """
                .formatted(id, author, content, visibility);
    }

    private static String batch(String... rows) {
        return List.of(rows).stream().collect(Collectors.joining(",", "{\"posts\":[", "]}"));
    }
}
