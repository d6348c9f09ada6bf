package dev.socialhub.posts.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MediaIT {

    private RunningService posts;
    private Person john;
    private Person jane;

    @BeforeAll
    void start(@TempDir Path folder) {
        posts =
                RunningService.start(
                        "posts",
                        Map.of(
                                "posts.media.local.folder", folder.resolve("media").toString(),
                                "posts.media.upload-folder", folder.toString(),
                                "posts.media.cdn-base-url", "https://cdn.example.com/"));
        john = posts.auth.signUp("john", "John Doe");
        jane = posts.auth.signUp("jane", "Jane Roe");
    }

    @AfterAll
    void stop() {
        posts.close();
    }

    @Test
    void uploadsAPictureAndServesItByItsSignedAddress() {
        Answer created =
                new TestForm()
                        .file(Pictures.jpegOfCamera(1_200, 600, 6))
                        .field("alt", "A cat")
                        .send(posts, john, "/api/v1/media");

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("type")).isEqualTo("image/jpeg");
        assertThat(created.at("width")).isEqualTo("600");
        assertThat(created.at("height")).isEqualTo("1200");
        assertThat(created.at("alt")).isEqualTo("A cat");
        assertThat(created.location()).isEqualTo("/api/v1/media/" + created.at("id"));
        assertThat(posts.get(john, created.location()).json()).isEqualTo(created.json());
        for (String name : List.of("url", "thumbnailUrl", "previewUrl")) {
            Answer file = posts.get(null, created.at(name));
            assertThat(file.status()).as(created.at(name)).isEqualTo(200);
            assertThat(file.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(file.header("Cache-Control")).isEqualTo("private, max-age=3600");
            assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(file.text()).doesNotContain(Pictures.SECRET);
            assertThat(created.at(name)).doesNotContain("cdn");
        }
        assertThat(posts.get(null, created.at("url")).header("Content-Length"))
                .isEqualTo(created.at("bytes"));
    }

    @Test
    void refusesAddressesThatAreNotSignedForIt() {
        Answer media = upload(john, Pictures.png(20, 20));
        String url = media.at("url");
        String other = upload(john, Pictures.png(20, 20)).at("url");

        for (String wrong :
                List.of(
                        url.substring(0, url.indexOf('?')),
                        url.replace("/original", "/small"),
                        url.replaceAll("expires=\\d+", "expires=99999999999"),
                        url.replaceAll("expires=\\d+", "expires=0"),
                        url.replaceAll("expires=\\d+&", ""),
                        url.replaceAll("signature=.", "signature="),
                        url.substring(0, url.indexOf('?')) + other.substring(other.indexOf('?')),
                        url.replace("/original", "/huge"),
                        url.replace(media.at("id"), UUID.randomUUID().toString()),
                        url.replace(media.at("id"), "x"))) {
            Answer answer = posts.get(null, wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(404);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
        assertThat(posts.get(null, url.replaceAll("expires=\\d+", "expires=soon")).status())
                .isEqualTo(422);
        assertThat(posts.get(jane, media.location()).status()).isEqualTo(404);
        assertThat(posts.get(null, media.location()).status()).isEqualTo(401);
    }

    @Test
    void showsThePicturesOfAPublicPostToEveryone() {
        String first = upload(john, Pictures.png(40, 30)).at("id");
        String second = upload(john, Pictures.mp4(2_000)).at("id");

        Answer post = publish(john, "public", second, first);

        assertThat(post.status()).as(post.text()).isEqualTo(201);
        assertThat(post.at("media.0.id")).isEqualTo(second);
        assertThat(post.at("media.0.type")).isEqualTo("video/mp4");
        assertThat(post.json().at("media.0.thumbnailUrl").isNull()).isTrue();
        assertThat(post.json().at("media.0.width").isNull()).isTrue();
        assertThat(post.at("media.1.id")).isEqualTo(first);
        assertThat(post.at("media.1.width")).isEqualTo("40");
        assertThat(posts.get(jane, post.location()).json()).isEqualTo(post.json());
        assertThat(posts.get(jane, "/api/v1/users/john/posts").at("items.0.media.1.id"))
                .isEqualTo(first);
        String url = post.at("media.1.url");
        assertThat(url).isEqualTo("https://cdn.example.com/api/v1/media/" + first + "/original");
        Answer file = posts.get(null, url.replace("https://cdn.example.com", ""));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Cache-Control")).isEqualTo("public, max-age=86400");
        assertThat(posts.get(jane, "/api/v1/media/" + first).status()).isEqualTo(200);

        posts.delete(john, post.location());

        assertThat(posts.get(null, url.replace("https://cdn.example.com", "")).status())
                .isEqualTo(404);
        assertThat(posts.get(john, "/api/v1/media/" + first).status()).isEqualTo(404);
    }

    @Test
    void showsThePicturesOfAPrivatePostToItsReadersAlone() {
        String id = upload(john, Pictures.gif(40, 30, 2)).at("id");
        Answer post = publish(john, "private", id);

        assertThat(posts.get(null, post.at("media.0.url")).status()).isEqualTo(200);
        assertThat(posts.get(null, "/api/v1/media/" + id + "/original").status()).isEqualTo(404);
        assertThat(posts.get(jane, "/api/v1/media/" + id).status()).isEqualTo(404);
        assertThat(posts.get(john, "/api/v1/media/" + id).status()).isEqualTo(200);
    }

    @Test
    void attachesOnlyOwnMediaAndOnlyOnce() {
        String used = upload(john, Pictures.png(9, 9)).at("id");
        String free = upload(john, Pictures.png(9, 9)).at("id");
        String others = upload(jane, Pictures.png(9, 9)).at("id");
        assertThat(publish(john, "public", used).status()).isEqualTo(201);

        for (String wrong : List.of(used, others, UUID.randomUUID().toString(), free, "x")) {
            Answer answer = publish(john, "public", free, wrong);
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.at("errors.0.field")).isEqualTo("mediaIds[1]");
        }
        assertThat(
                        posts.post(john, "/api/v1/posts", "{\"content\":\"x\",\"mediaIds\":[null]}")
                                .at("errors.0.field"))
                .isEqualTo("mediaIds[0]");
        String[] eleven = new String[11];
        Arrays.setAll(eleven, _ -> UUID.randomUUID().toString());
        assertThat(publish(john, "public", eleven).at("errors.0.field")).isEqualTo("mediaIds");
        assertThat(publish(john, "public", free).status()).isEqualTo(201);
    }

    @Test
    void letsOnlyTheOwnerDescribeMedia() {
        String id = upload(john, Pictures.png(9, 9)).at("id");
        String path = "/api/v1/media/" + id;

        assertThat(posts.patch(jane, path, "{\"alt\":\"x\"}").status()).isEqualTo(404);
        Answer post = publish(john, "public", id);
        assertThat(posts.patch(jane, path, "{\"alt\":\"x\"}").status()).isEqualTo(403);
        assertThat(posts.patch(john, path, "{\"alt\":\"A dog\"}").at("alt")).isEqualTo("A dog");
        assertThat(posts.get(jane, post.location()).at("media.0.alt")).isEqualTo("A dog");
        assertThat(posts.patch(john, path, "{\"alt\":null}").json().get("alt").isNull()).isTrue();
        assertThat(posts.patch(john, path, "{\"alt\":\"" + "x".repeat(1_501) + "\"}").status())
                .isEqualTo(422);
        assertThat(posts.patch(john, path, "{\"alt\":\"bell \\u0007\"}").status()).isEqualTo(422);
    }

    @Test
    void answersRangesAndKnownVersions() {
        String url = upload(john, Pictures.mp4(5_000)).at("url");
        Answer whole = get(url);

        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(whole.header("Content-Length")).isEqualTo("5000");
        Answer part = get(url, "Range", "bytes=4-11");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("ftypisom");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 4-11/5000");
        assertThat(part.header("Content-Length")).isEqualTo("8");
        assertThat(get(url, "Range", "bytes=-10").header("Content-Range"))
                .isEqualTo("bytes 4990-4999/5000");
        assertThat(get(url, "Range", "bytes=4990-9999").text()).hasSize(10);
        Answer beyond = get(url, "Range", "bytes=5000-");
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */5000");
        assertThat(get(url, "Range", "bytes=0-1,3-4").status()).isEqualTo(200);

        String etag = String.valueOf(whole.header("ETag"));
        assertThat(get(url, "If-None-Match", etag).status()).isEqualTo(304);
        assertThat(get(url, "If-None-Match", "\"other\"").status()).isEqualTo(200);
        assertThat(get(url, "Range", "bytes=0-3", "If-Range", etag).status()).isEqualTo(206);
        assertThat(get(url, "Range", "bytes=0-3", "If-Range", "\"other\"").status()).isEqualTo(200);
    }

    @Test
    void publishesAPostWithItsPicturesInOneRequest() {
        TestForm form =
                new TestForm()
                        .field("content", "caf\u00e9 \uD83D\uDC31")
                        .file(Pictures.png(50, 40))
                        .field("visibility", "followers")
                        .file(Pictures.jpeg(60, 40));

        Answer post = form.send(posts, john, "/api/v1/posts");

        assertThat(post.status()).as(post.text()).isEqualTo(201);
        assertThat(post.at("content")).isEqualTo("caf\u00e9 \uD83D\uDC31");
        assertThat(post.at("visibility")).isEqualTo("followers");
        assertThat(post.at("media.0.width")).isEqualTo("50");
        assertThat(post.at("media.1.width")).isEqualTo("60");
        assertThat(posts.get(null, post.at("media.0.url")).status()).isEqualTo(200);
        assertThat(posts.get(john, post.location()).json()).isEqualTo(post.json());
        Answer without =
                new TestForm().field("content", "text alone").send(posts, john, "/api/v1/posts");
        assertThat(without.json().get("media").size()).isZero();
    }

    @Test
    void repeatsAnAnswerToTheSameForm() {
        String key = UUID.randomUUID().toString();
        Answer first = keyed(Pictures.png(50, 40), "with a key", key);
        Answer again = keyed(Pictures.png(50, 40), "with a key", key);
        Answer otherFile = keyed(Pictures.png(51, 40), "with a key", key);
        Answer otherText = keyed(Pictures.png(50, 40), "another text", key);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
        for (Answer other : List.of(otherFile, otherText)) {
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.at("type")).endsWith(":idempotency-key-reused");
        }
        Answer upload = uploadWithKey(Pictures.webp(9, 9), "upload-" + key);
        Answer uploadAgain = uploadWithKey(Pictures.webp(9, 9), "upload-" + key);
        assertThat(upload.status()).isEqualTo(201);
        assertThat(uploadAgain.at("id")).isEqualTo(upload.at("id"));
    }

    private Answer uploadWithKey(byte[] picture, String key) {
        return new TestForm()
                .file(picture)
                .send(posts, john, "/api/v1/media", "Idempotency-Key", key);
    }

    private Answer keyed(byte[] picture, String content, String key) {
        return new TestForm()
                .field("content", content)
                .file(picture)
                .send(posts, john, "/api/v1/posts", "Idempotency-Key", key);
    }

    private Answer upload(Person person, byte[] content) {
        Answer answer = new TestForm().file(content).send(posts, person, "/api/v1/media");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private Answer publish(Person person, String visibility, String... mediaIds) {
        return posts.post(
                person,
                "/api/v1/posts",
                "{\"content\":\"see\",\"visibility\":\"%s\",\"mediaIds\":[%s]}"
                        .formatted(
                                visibility,
                                mediaIds.length == 0
                                        ? ""
                                        : "\"" + String.join("\",\"", mediaIds) + "\""));
    }

    private Answer get(String path, String... headers) {
        var request = posts.request(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return posts.send(null, request);
    }
}
