package dev.socialhub.posts.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MediaBadInputIT {

    private static final String MEDIA = "/api/v1/media";
    private static final String POSTS = "/api/v1/posts";
    private static final int LIMIT = 10 * 1024 * 1024;

    private RunningService posts;
    private Path incoming;
    private Person john;

    @BeforeAll
    void start(@TempDir Path folder) {
        incoming = folder.resolve("incoming");
        posts =
                RunningService.start(
                        "posts",
                        Map.of(
                                "posts.media.local.folder", folder.resolve("media").toString(),
                                "posts.media.upload-folder", incoming.toString()));
        john = posts.auth.signUp("john", "John Doe");
    }

    @AfterAll
    void stop() {
        posts.close();
    }

    @Test
    void refusesFilesThatAreNoPicturesOrVideos() {
        for (String content :
                List.of(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                        "<!DOCTYPE html><html>",
                        "MZ\u0090\0\3\0",
                        "\0\0\0\30ftypheic\0\0\0\0mif1heic",
                        "some text")) {
            assertRefused(415, null, upload(content.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    @Test
    void refusesPicturesThatAreDamagedOrTooLarge() {
        byte[] whole = Pictures.jpeg(300, 200);
        byte[] huge = Pictures.png(4, 4);
        huge[18] = huge[22] = 0x75;

        assertRefused(422, "file", upload(Arrays.copyOf(whole, whole.length / 2)));
        assertRefused(422, "file", upload(huge));
        assertRefused(422, "file", upload(Pictures.gif(2, 2, 301)));
        assertRefused(422, "file", upload(new byte[0]));
    }

    @Test
    void acceptsTenMegabytesAndNotOneByteMore() {
        assertThat(upload(Pictures.mp4(LIMIT)).status()).isEqualTo(201);
        assertRefused(413, null, upload(Pictures.mp4(LIMIT + 1)));
        assertRefused(
                413,
                null,
                new TestForm()
                        .field("content", "x")
                        .file(Pictures.png(2, 2))
                        .file(Pictures.mp4(LIMIT + 1))
                        .send(posts, john, POSTS));
    }

    @Test
    void answersBeforeALargeFormHasArrived() {
        TestForm tooLarge = new TestForm().field("content", "x").file(Pictures.mp4(LIMIT + 1));
        for (int i = 0; i < 8; i++) {
            tooLarge.file(Pictures.mp4(LIMIT));
        }
        assertRefused(413, null, tooLarge.send(posts, john, POSTS));
    }

    @Test
    void refusesAFormThatIsTooLargeAsAWholeByItsLength() throws IOException {
        URI address = posts.request(POSTS).build().uri();
        String head =
                """
                POST /api/v1/posts HTTP/1.1
                Host: %s
                Authorization: Bearer %s
                Content-Type: multipart/form-data; boundary=x
                Content-Length: %d

                """
                        .formatted(address.getAuthority(), john.token(), 106L * 1024 * 1024);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void refusesTheEleventhFile() {
        TestForm form = new TestForm().field("content", "x");
        for (int i = 0; i < 11; i++) {
            form.file(Pictures.png(2, 2));
        }
        assertRefused(422, "file[10]", form.send(posts, john, POSTS));
        assertRefused(
                422,
                "file",
                new TestForm()
                        .file(Pictures.png(2, 2))
                        .file(Pictures.png(2, 2))
                        .send(posts, john, MEDIA));
        assertRefused(
                422,
                "file[1]",
                new TestForm()
                        .field("content", "x")
                        .file(Pictures.png(2, 2))
                        .file(new byte[0])
                        .send(posts, john, POSTS));
    }

    @Test
    void refusesBodiesThatAreNoForms() {
        byte[] form = new TestForm().file(Pictures.png(2, 2)).ended();
        String boundary = "; boundary=----test-boundary-7MA4YWxk";

        assertRefused(400, null, TestForm.send(posts, john, MEDIA, "; boundary=other", form));
        assertRefused(400, null, TestForm.send(posts, john, MEDIA, "", form));
        assertRefused(400, null, TestForm.send(posts, john, MEDIA, boundary, new byte[0]));
        assertRefused(
                400,
                null,
                TestForm.send(posts, john, MEDIA, boundary, Arrays.copyOf(form, form.length - 9)));
        assertRefused(
                400, null, TestForm.send(posts, john, MEDIA, boundary, Arrays.copyOf(form, 60)));
        assertRefused(
                400,
                null,
                TestForm.send(
                        posts,
                        john,
                        MEDIA,
                        boundary,
                        new String(form, StandardCharsets.ISO_8859_1)
                                .replace("picture.png", "x".repeat(100_000))
                                .getBytes(StandardCharsets.ISO_8859_1)));
        assertRefused(
                400,
                null,
                new TestForm()
                        .part("form-data; name=\"content\"", new byte[] {(byte) 0xFF})
                        .send(posts, john, POSTS));
        assertThat(posts.post(john, MEDIA, "{}").status()).isEqualTo(415);
        for (String path : List.of(MEDIA, POSTS)) {
            HttpRequest.Builder untyped =
                    posts.request(path).POST(HttpRequest.BodyPublishers.ofByteArray(form));
            assertThat(posts.send(john, untyped).status()).as(path).isEqualTo(415);
        }
    }

    @Test
    void refusesPartsThatTheFormDoesNotHave() {
        byte[] png = Pictures.png(2, 2);

        assertRefused(422, "form", new TestForm().part("form-data", png).send(posts, john, MEDIA));
        assertRefused(
                422,
                "form",
                new TestForm().part("form-data; filename=\"x.png\"", png).send(posts, john, MEDIA));
        assertRefused(
                422, "odd", new TestForm().file(png).field("odd", "x").send(posts, john, MEDIA));
        assertRefused(422, "file", new TestForm().field("alt", "x").send(posts, john, MEDIA));
        assertRefused(
                422,
                "alt",
                new TestForm()
                        .file(png)
                        .field("alt", "a")
                        .field("alt", "b")
                        .send(posts, john, MEDIA));
        assertRefused(
                422,
                "alt",
                new TestForm().file(png).field("alt", "bell \u0007").send(posts, john, MEDIA));
        assertRefused(422, "content", new TestForm().file(png).send(posts, john, POSTS));
        assertRefused(
                422,
                "visibility",
                new TestForm()
                        .field("content", "x")
                        .field("visibility", "all")
                        .send(posts, john, POSTS));
        assertRefused(
                422,
                "content",
                new TestForm().field("content", "x".repeat(200_000)).send(posts, john, POSTS));
        assertRefused(
                422,
                "content",
                new TestForm().field("content", "x".repeat(5_001)).send(posts, john, POSTS));
    }

    @Test
    void wantsATokenAndLeavesNoFilesBehind() throws IOException {
        assertRefused(401, null, new TestForm().file(Pictures.png(2, 2)).send(posts, null, MEDIA));
        assertRefused(401, null, new TestForm().field("content", "x").send(posts, null, POSTS));
        assertThat(posts.get(john, MEDIA + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(posts.get(john, MEDIA + "/x").status()).isEqualTo(404);
        assertThat(upload(Pictures.png(2, 2)).status()).isEqualTo(201);
        assertRefused(422, "file", upload(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}));
        try (Stream<Path> left = Files.list(incoming)) {
            assertThat(left).isEmpty();
        }
    }

    private Answer upload(byte[] content) {
        return new TestForm().file(content).send(posts, john, MEDIA);
    }

    private static void assertRefused(int status, @Nullable String field, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        if (field != null) {
            assertThat(answer.at("errors.0.field")).isEqualTo(field);
        }
    }
}
