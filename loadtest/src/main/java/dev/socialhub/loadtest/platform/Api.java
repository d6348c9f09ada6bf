package dev.socialhub.loadtest.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The platform's HTTP interface, for what is not load itself. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_TRIES = 60;
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();
    private final URI base;

    /**
     * @param base of the gateway, or of a service
     */
    public Api(URI base) {
        this.base = base;
    }

    public URI base() {
        return base;
    }

    /**
     * Sends a request once.
     *
     * @param token of the caller; null for an anonymous request
     * @param body to be sent as JSON; null for none
     * @throws IOException if there is no answer
     */
    public ApiAnswer send(
            String method, String path, @Nullable String token, @Nullable Map<String, ?> body)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(TIMEOUT)
                        .header("Accept", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return answer(exchange(request.build()));
    }

    /**
     * Sends a request, and repeats it as long as the platform answers that it should be repeated
     * later.
     *
     * @throws IOException if there is no answer
     */
    public ApiAnswer sendUntilServed(
            String method, String path, @Nullable String token, @Nullable Map<String, ?> body)
            throws IOException {
        ApiAnswer answer = send(method, path, token, body);
        for (int tries = 1; answer.isPostponed() && tries < MAX_TRIES; tries++) {
            Duration requestedWait = answer.retryAfter().orElse(Duration.ZERO);
            pause(requestedWait.compareTo(MAX_WAIT) < 0 ? requestedWait : MAX_WAIT);
            answer = send(method, path, token, body);
        }
        return answer;
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static void pause(Duration duration) throws InterruptedIOException {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static ApiAnswer answer(HttpResponse<byte[]> response) throws IOException {
        JsonNode json = MissingNode.getInstance();
        boolean hasJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
        if (hasJson && response.body().length > 0) {
            json = JSON.readTree(response.body());
        }
        return new ApiAnswer(
                response.statusCode(),
                json,
                response.headers().firstValue("Retry-After").flatMap(RetryAfter::parsed));
    }

    /** Why there was no answer, in one line. */
    public static String reason(IOException noAnswer) {
        String message = noAnswer.getMessage();
        return message == null || message.isBlank()
                ? noAnswer.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }

    /** A text of an answer; empty if the answer has none. */
    public static Optional<String> text(JsonNode json, String pointer) {
        return Optional.ofNullable(json.at(pointer).textValue());
    }
}
