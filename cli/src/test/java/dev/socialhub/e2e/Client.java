package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A client developer's view: JSON over HTTP, with or without a token. */
public final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final String base;
    private final List<String> headers;

    Client(String base) {
        this(base, List.of());
    }

    private Client(String base, List<String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** What all paths are added to. */
    public String base() {
        return base;
    }

    /** The same client, sending one more header. */
    public Client with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Client(base, List.copyOf(more));
    }

    public Client as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer post(String path, Map<String, ?> body) {
        return send("POST", path, bytes(body));
    }

    Answer patch(String path, Map<String, ?> body) {
        return send("PATCH", path, bytes(body));
    }

    /** Sends these very bytes, whatever they are. */
    public Answer send(String method, String path, byte @Nullable [] body) {
        try {
            return answer(HTTP.send(request(method, path, body), bytesHandler()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<Answer> postAsync(String path, Map<String, ?> body) {
        return HTTP.sendAsync(request("POST", path, bytes(body)), bytesHandler())
                .thenApply(Client::answer);
    }

    /** A new user, signed up through this client. */
    public Person signUp() {
        String username = "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        Answer answer =
                post(
                        "/api/v1/auth/signup",
                        Map.of(
                                "name",
                                "Person " + username,
                                "email",
                                username + "@example.com",
                                "username",
                                username,
                                "password",
                                "SecurePass123!"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode body = answer.json();
        String token = body.get("token").asText();
        return new Person(body.at("/user/id").asText(), username, token, as(token));
    }

    private HttpRequest request(String method, String path, byte @Nullable [] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(30))
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body));
        if (body != null && !headers.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request.build();
    }

    private static HttpResponse.BodyHandler<byte[]> bytesHandler() {
        return HttpResponse.BodyHandlers.ofByteArray();
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        return new Answer(
                response.statusCode(),
                response.headers(),
                new String(response.body(), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Map<String, ?> body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An HTTP answer. */
    public record Answer(int status, java.net.http.HttpHeaders headers, String text) {

        public JsonNode json() {
            try {
                return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException("not JSON: " + text, e);
            }
        }

        public @Nullable String header(String name) {
            return headers.firstValue(name).orElse(null);
        }
    }

    /** An account, and a client that uses its token. */
    public record Person(String id, String username, String token, Client client) {}
}
