package dev.socialhub.posts.media;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.shared.testing.RunningService;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A multipart form as a browser sends it. */
public final class TestForm {

    private static final String BOUNDARY = "----test-boundary-7MA4YWxk";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public TestForm field(String name, String value) {
        return part("form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    public TestForm file(byte[] content) {
        return part("form-data; name=\"file\"; filename=\"picture.png\"", content);
    }

    public TestForm part(String disposition, byte[] content) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n");
        text("Content-Type: image/png\r\n\r\n");
        body.writeBytes(content);
        text("\r\n");
        return this;
    }

    public byte[] ended() {
        text("--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    /** Adds the form to a request. */
    public HttpRequest.Builder in(HttpRequest.Builder request) {
        return request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(ended()));
    }

    public Answer send(
            RunningService posts, @Nullable Person person, String path, String... headers) {
        return send(posts, person, path, "; boundary=" + BOUNDARY, ended(), headers);
    }

    public static Answer send(
            RunningService posts,
            @Nullable Person person,
            String path,
            String boundary,
            byte[] body,
            String... headers) {
        HttpRequest.Builder request =
                posts.request(path)
                        .header("Content-Type", "multipart/form-data" + boundary)
                        .POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return posts.send(person, request);
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
