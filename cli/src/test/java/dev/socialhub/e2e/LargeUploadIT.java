package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.cli.CommandOutcome;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The largest post that is allowed, with a gateway and a service that have little memory. */
@Tag("campaign")
class LargeUploadIT {

    private static final int FILES = 10;
    private static final int FILE_BYTES = 10 * 1024 * 1024;
    private static final String BOUNDARY = "large-upload";
    private static final String HEAP = "-Xmx128m";
    private static final String OPTIONS = HEAP + " -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError";

    private final PlatformUnderTest platform = PlatformUnderTest.shared();

    @AfterEach
    void withItsOwnMemory() {
        restart(Map.of());
    }

    @Test
    void passesThroughProcessesWithLessMemoryThanItsSize() throws Exception {
        Client.Person author = platform.gateway().signUp();
        restart(Map.of("JAVA_OPTS_GATEWAY", OPTIONS, "JAVA_OPTS_POSTS", OPTIONS));
        for (String name : List.of("gateway", "posts")) {
            assertThat(platform.process(name).info().arguments().orElseThrow()).contains(HEAP);
        }
        long gateway = platform.process("gateway").pid();
        long posts = platform.process("posts").pid();

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = publish(author);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(new ObjectMapper().readTree(answer.body()).get("media")).hasSize(FILES);
        }

        // A process that lacks memory exits, and is another one afterwards.
        assertThat(platform.process("gateway").pid()).isEqualTo(gateway);
        assertThat(platform.process("posts").pid()).isEqualTo(posts);
    }

    private HttpResponse<String> publish(Client.Person author) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(platform.gateway().base() + "/api/v1/posts"))
                            .timeout(Duration.ofMinutes(2))
                            .header("Authorization", "Bearer " + author.token())
                            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                            .POST(form())
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    /** Videos, since nothing decodes them. */
    private static BodyPublisher form() {
        byte[] video = Arrays.copyOf(beginningOfVideo(), FILE_BYTES);
        List<BodyPublisher> parts = new ArrayList<>();
        parts.add(text("--" + BOUNDARY + "\r\n" + name("content") + "\r\n\r\nten videos\r\n"));
        for (int i = 0; i < FILES; i++) {
            parts.add(text("--" + BOUNDARY + "\r\n" + name("file") + "; filename=\"v.mp4\""));
            parts.add(text("\r\nContent-Type: video/mp4\r\n\r\n"));
            parts.add(BodyPublishers.ofByteArray(video));
            parts.add(text("\r\n"));
        }
        parts.add(text("--" + BOUNDARY + "--\r\n"));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    private static byte[] beginningOfVideo() {
        ByteArrayOutputStream video = new ByteArrayOutputStream();
        video.writeBytes(new byte[] {0, 0, 0, 24});
        video.writeBytes("ftypisom\0\0\2\0isommp42".getBytes(StandardCharsets.US_ASCII));
        return video.toByteArray();
    }

    private static String name(String part) {
        return "Content-Disposition: form-data; name=\"" + part + "\"";
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text);
    }

    private void restart(Map<String, String> options) {
        CommandOutcome outcome = platform.ctl(options, "restart", "posts", "gateway");
        assertThat(outcome.exitCode()).as("%s%n%s", outcome.out(), outcome.err()).isZero();
    }
}
