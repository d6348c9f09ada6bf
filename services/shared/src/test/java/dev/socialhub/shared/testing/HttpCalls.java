package dev.socialhub.shared.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Calls a service, with a token or without. */
public final class HttpCalls implements AutoCloseable {

    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();

    public HttpCalls(String base) {
        this.base = base;
    }

    public Answer get(@Nullable String token, String path, String... headers) {
        return send(token, with(request(path).GET(), headers));
    }

    public Answer delete(@Nullable String token, String path) {
        return send(token, request(path).DELETE());
    }

    public Answer post(@Nullable String token, String path, byte[] body, String... headers) {
        return json(token, "POST", path, body, headers);
    }

    public Answer patch(@Nullable String token, String path, String body) {
        return json(token, "PATCH", path, body.getBytes(StandardCharsets.UTF_8));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    public Answer send(@Nullable String token, HttpRequest.Builder request) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer json(
            @Nullable String token, String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofByteArray(body));
        return send(token, with(request, headers));
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
