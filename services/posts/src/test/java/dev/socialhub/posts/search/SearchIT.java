package dev.socialhub.posts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIT {

    private RunningService posts;
    private Bus bus;
    private Person author;
    private Person reader;

    @BeforeAll
    void start() {
        posts = RunningService.start("posts");
        bus = new Bus();
        author = posts.auth.signUp("author", "Author");
        reader = posts.auth.signUp("reader", "Reader");
        publish("The quick brown fox jumps over lazy dogs", "public");
        publish("Dogs like running in the park", "public");
        publish("Grüße aus Köln, #Fotografie", "public");
        publish("Привет мир", "public");
        publish("กีฬา", "public");
        publish("it's don''t & | ! :* <-> (brackets)", "public");
    }

    @AfterAll
    void stop() {
        bus.close();
        posts.close();
    }

    @ParameterizedTest
    @CsvSource({
        "dog, 2",
        "DOGS, 2",
        "run, 1",
        "fox, 1",
        "qui, 1",
        "dogs par, 1",
        "fo jumps, 0",
        "fox or park, 2",
        "dogs -fox, 1",
        "dogs -fo, 2",
        "\"brown fox\", 1",
        "\"fox brown\", 0",
        "\"brown fo\", 0",
        "\"brown fo, 1",
        "the dog, 2",
        "grüße, 1",
        "KÖLN, 1",
        "#fotograf, 1",
        "прив, 1",
        "กี, 1",
        "zebra, 0"
    })
    void findsPostsByTheirWords(String q, int found) {
        assertThat(find(reader, q)).as(q).hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the",
                "the and",
                "!!!",
                "&",
                "|",
                ":*",
                "'",
                "\"",
                "\"\"",
                "-",
                "-fox",
                "or",
                "()",
                "<->",
                "\\",
                "%",
                "\uD83D\uDC4B",
                "''''''",
                "-\"a b",
                "a:*b & !c",
                "zebra or -fox"
            })
    void findsNothingWithoutAWordToLookFor(String q) {
        assertThat(find(reader, q)).as(q).isEmpty();
    }

    @Test
    void refusesBadParameters() {
        for (String query :
                List.of(
                        "",
                        "q=",
                        "q=%20",
                        "q=%00",
                        "q=" + "x".repeat(101),
                        "q=x&type=users",
                        "q=x&type=",
                        "q=x&type=POSTS",
                        "q=x&limit=0",
                        "q=x&cursor=x",
                        "q=x&type=tags&cursor=x")) {
            assertThat(posts.get(reader, "/api/v1/search?" + query).status())
                    .as(query)
                    .isEqualTo(422);
        }
        // 100 characters in NFC, 200 as they are sent.
        assertThat(find(reader, "e\u0301".repeat(100))).isEmpty();
        assertThat(posts.get(null, "/api/v1/search?q=x").status()).isEqualTo(401);
    }

    @Test
    void showsEachUserThePostsThatTheyMaySee() {
        Person shy = posts.auth.signUp("shy", "Shy");
        String open = publish(shy, "unmistakable open", "public").at("id");
        String secret = publish(shy, "unmistakable secret", "private").at("id");
        assertThat(find(shy, "unmistakable")).containsExactly(secret, open);
        assertThat(find(reader, "unmistakable")).containsExactly(open);

        bus.send(new BlockCreated(shy.id(), reader.id(), Instant.now(), 1));
        await().untilAsserted(() -> assertThat(find(reader, "unmistakable")).isEmpty());
    }

    @Test
    void followsEditsAndDeletions() {
        Answer post = publish("ephemeral", "public");
        posts.patch(author, post.location(), "{\"content\":\"permanent\"}");
        assertThat(find(reader, "ephemeral")).isEmpty();
        assertThat(find(reader, "permanent")).containsExactly(post.at("id"));
        posts.delete(author, post.location());
        assertThat(find(author, "permanent")).isEmpty();
        assertThat(words(post)).isEqualTo("");
    }

    @Test
    void ranksBetterAndNewerMatchesFirstInStablePages() {
        List<String> expected = new ArrayList<>();
        String old = publish("pagination", "public").at("id");
        for (int i = 0; i < 6; i++) {
            expected.addFirst(publish("pagination of number " + i, "public").at("id"));
        }
        String best = publish("pagination pagination", "public").at("id");
        posts.database.query(
                "update post set created_at = created_at - interval '100 days' where id = '"
                        + old
                        + "'");
        posts.database.query(
                "update post set created_at = created_at - interval '1 day' where id = '"
                        + best
                        + "'");
        expected.addFirst(best);
        expected.addLast(old);

        List<String> read = new ArrayList<>();
        String path = "/api/v1/search?q=pagination&limit=3";
        while (path != null) {
            Answer page = posts.get(reader, path);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().get("items").values().forEach(i -> read.add(i.get("id").getStringValue()));
            String link = page.header("Link");
            path = link == null ? null : link.substring(1, link.indexOf('>'));
            // A new match belongs to a page that was read already.
            publish("pagination goes on", "public");
        }
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void indexesPostsThatWereWrittenWithoutTheirWords() {
        Answer post = publish("antediluvian", "public");
        posts.database.query("update post set words = null where id = '" + post.at("id") + "'");

        await().untilAsserted(() ->
                assertThat(find(reader, "antediluvian")).containsExactly(post.at("id")));
    }

    @Test
    void findsTagsByTheirBeginnings() {
        for (String tags : List.of("#Straße #strand", "#strasse", "#strand #strand_bar", "#str%")) {
            publish(tags, "public");
        }
        publish("#strand #strange", "private");

        await().untilAsserted(() ->
                assertThat(tags("STR"))
                        .containsExactlyInAnyOrder(
                                "Straße 2", "strand 2", "strand_bar 1", "str 1"));
        assertThat(tags("#stran")).containsExactly("strand 2", "strand_bar 1");
        for (String none : List.of("str%", "_tr", "strasse x", "!", "#")) {
            assertThat(tags(none)).as(none).isEmpty();
        }
        List<String> read = new ArrayList<>();
        String path = "/api/v1/search?type=tags&q=str&limit=1";
        while (path != null) {
            Answer page = posts.get(reader, path);
            read.add(page.at("items.0.tag"));
            String link = page.header("Link");
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(read).hasSize(4).doesNotHaveDuplicates().endsWith(tagNames("str").getLast());
    }

    private List<String> find(Person viewer, String q) {
        Answer answer = posts.get(viewer, "/api/v1/search?limit=100&q=" + encoded(q));
        assertThat(answer.status()).as(q + ": " + answer.text()).isEqualTo(200);
        return answer.json().get("items").values().stream()
                .map(item -> item.get("id").getStringValue())
                .toList();
    }

    private List<String> tags(String q) {
        Answer answer = posts.get(reader, "/api/v1/search?type=tags&q=" + encoded(q));
        assertThat(answer.status()).as(q + ": " + answer.text()).isEqualTo(200);
        return answer.json().get("items").values().stream()
                .map(item ->
                        item.get("tag").getStringValue() + " " + item.get("posts").getIntValue())
                .toList();
    }

    private List<String> tagNames(String q) {
        return tags(q).stream().map(tag -> tag.substring(0, tag.indexOf(' '))).toList();
    }

    private String words(Answer post) {
        return String.join(
                "",
                posts.database.query(
                        "select coalesce(words::text, '') from post where id = '"
                                + post.at("id")
                                + "'"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer publish(String content, String visibility) {
        return publish(author, content, visibility);
    }

    private Answer publish(Person person, String content, String visibility) {
        Answer answer =
                posts.post(
                        person,
                        "/api/v1/posts",
                        "{\"content\":\"%s\",\"visibility\":\"%s\"}"
                                .formatted(content, visibility));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }
}
