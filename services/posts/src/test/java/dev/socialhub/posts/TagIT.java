package dev.socialhub.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.contracts.user.BlockCreated;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.Bus;
import dev.socialhub.shared.testing.Concurrently;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TagIT {

    private RunningService posts;
    private Bus bus;
    private Person john;
    private Person jane;

    @BeforeAll
    void start() {
        posts = RunningService.start("posts", Map.of("socialhub.ops.enabled", true));
        bus = new Bus();
        john = posts.auth.signUp("john", "John Doe");
        jane = posts.auth.signUp("jane", "Jane Roe");
    }

    @AfterAll
    void stop() {
        bus.close();
        posts.close();
    }

    @Test
    void listsThePostsWithATagInPages() {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            written.addFirst(publish(john, "number " + i + " #Paging", "public").at("id"));
        }
        publish(john, "#paging2", "public");

        List<String> read = new ArrayList<>();
        String path = "/api/v1/tags/PAGING/posts?limit=2";
        while (path != null) {
            Answer page = posts.get(jane, path);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().get("items").values().forEach(i -> read.add(i.get("id").getStringValue()));
            String link = page.header("Link");
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(read).isEqualTo(written);
    }

    @Test
    void comparesTagsByCaseFoldingInEveryScript() {
        Answer post = publish(john, "#Straße #ไทย #日本語 #café", "public");

        assertThat(post.json().get("hashtags").toString())
                .isEqualTo("[\"Straße\",\"ไทย\",\"日本語\",\"café\"]");
        for (String tag : List.of("STRASSE", "#straße", "ไทย", "日本語", "cafe\u0301")) {
            assertThat(list(jane, tag)).as(tag).contains(post.at("id"));
        }
        assertThat(list(jane, "cafe")).isEmpty();
    }

    @Test
    void returnsAnEmptyListOrNotFoundForOtherTags() {
        assertThat(posts.get(jane, "/api/v1/tags/neverused/posts").text())
                .isEqualTo("{\"items\":[],\"nextCursor\":null}");
        for (String odd : List.of("1", "a%20b", "%F0%9F%91%8B", "a-b", "%00", "x".repeat(101))) {
            assertThat(posts.get(jane, "/api/v1/tags/" + odd + "/posts").status())
                    .as(odd)
                    .isEqualTo(404);
        }
        assertThat(posts.get(jane, "/api/v1/tags/a/posts?cursor=x").status()).isEqualTo(422);
        assertThat(posts.get(null, "/api/v1/tags/a/posts").status()).isEqualTo(401);
    }

    @Test
    void showsEachUserThePostsThatTheyMaySee() {
        Person author = posts.auth.signUp("author", "Author");
        Answer open = publish(author, "open #seen", "public");
        Answer secret = publish(author, "secret #seen", "private");
        assertThat(list(author, "seen")).containsExactly(secret.at("id"), open.at("id"));
        assertThat(list(jane, "seen")).containsExactly(open.at("id"));

        bus.send(new BlockCreated(author.id(), jane.id(), Instant.now(), 1));
        await().untilAsserted(() -> assertThat(list(jane, "seen")).isEmpty());
    }

    @Test
    void followsEditsAndDeletions() {
        Answer post = publish(john, "#before #stays", "public");
        patch(post, "{\"content\":\"#after #stays\"}");

        assertThat(list(jane, "before")).isEmpty();
        assertThat(list(jane, "after")).containsExactly(post.at("id"));
        assertThat(list(jane, "stays")).containsExactly(post.at("id"));
        patch(post, "{\"content\":\"none\"}");
        assertThat(list(jane, "stays")).isEmpty();
        patch(post, "{\"content\":\"#again\"}");
        posts.delete(john, post.location());
        assertThat(list(john, "again")).isEmpty();
        assertThat(
                        posts.database.query(
                                "select metadata from post where id = '" + post.at("id") + "'"))
                .containsExactly("{}");
    }

    @Test
    void countsPublicPostsThroughEveryChange() throws Exception {
        Answer first = publish(john, "#Counted", "public");
        Answer second = publish(john, "#counted", "public");
        Answer third = publish(john, "#COUNTED", "private");
        await().untilAsserted(() -> assertThat(counts("counted")).isEqualTo("Counted 2"));

        patch(first, "{\"visibility\":\"followers\"}");
        await().untilAsserted(() -> assertThat(counts("counted")).isEqualTo("Counted 1"));
        patch(third, "{\"visibility\":\"public\"}");
        await().untilAsserted(() -> assertThat(counts("counted")).isEqualTo("Counted 2"));
        posts.delete(john, second.location());
        patch(third, "{\"content\":\"nothing\"}");
        await().untilAsserted(() -> assertThat(counts("counted")).isNull());

        Concurrently.run(
                40,
                i ->
                        publish(i % 2 == 0 ? john : jane, "#both" + i % 3 + " #busy", "public")
                                .status());
        await().untilAsserted(() -> assertThat(counts("busy")).isEqualTo("busy 40"));
        assertThat(operate("verify")).isEqualTo("0");
        posts.database.query("update tag_count set posts = posts + 7");
        assertThat(operate("recount")).isNotEqualTo("0");
        assertThat(operate("verify")).isEqualTo("0");
        assertThat(counts("busy")).isEqualTo("busy 40");
    }

    @Test
    void removesThePostsOfDeletedUsers() {
        Person leaver = posts.auth.signUp("leaver", "Leaver");
        Answer post = publish(leaver, "#farewell", "public");
        await().untilAsserted(() -> assertThat(counts("farewell")).isEqualTo("farewell 1"));

        bus.send(new UserDeleted(leaver.id(), Instant.now(), 2));
        await().untilAsserted(() -> assertThat(counts("farewell")).isNull());
        assertThat(list(jane, "farewell")).isEmpty();
        assertThat(
                        posts.database.query(
                                "select 1 from post_tag where post_id = '" + post.at("id") + "'"))
                .isEmpty();
    }

    private List<String> list(Person viewer, String tag) {
        Answer answer = posts.get(viewer, "/api/v1/tags/" + encoded(tag) + "/posts");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items").values().stream()
                .map(item -> item.get("id").getStringValue())
                .toList();
    }

    /** The tag that the search finds, with its number of posts. */
    private @Nullable String counts(String tag) {
        Answer answer = posts.get(jane, "/api/v1/search?type=tags&q=" + encoded(tag));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items").size() == 0
                ? null
                : answer.at("items.0.tag") + " " + answer.at("items.0.posts");
    }

    /** How many counts an operator's command finds wrong. */
    private String operate(String command) {
        Answer answer =
                posts.send(
                        null,
                        posts.request("/internal/ops/counters/tags/" + command + "?limit=1000")
                                .header(
                                        "Authorization",
                                        "Bearer " + posts.bean(ServiceTokens.class).issue())
                                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.at("wrong");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void patch(Answer post, String body) {
        Answer answer = posts.patch(john, "/api/v1/posts/" + post.at("id"), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Answer publish(Person author, String content, String visibility) {
        Answer answer =
                posts.post(
                        author,
                        "/api/v1/posts",
                        "{\"content\":\"%s\",\"visibility\":\"%s\"}"
                                .formatted(content, visibility));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }
}
