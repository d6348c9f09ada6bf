package dev.socialhub.shared.identity;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks other services what only services may know, under {@code /internal}. */
@Singleton
@Requires(beans = ServiceTokens.class)
public final class InternalClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final ServiceTokens tokens;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    InternalClient(ServiceTokens tokens, JsonMapper json) {
        this.tokens = tokens;
        this.json = json;
    }

    /**
     * The answer of the first instance that gives one; empty when that is 404.
     *
     * @param timeout how long each instance may take
     * @throws IOException when none answers, of the last one
     */
    public <T> Optional<T> get(List<URI> instances, String path, Argument<T> type, Duration timeout)
            throws IOException {
        IOException failure = new IOException("no address of it is known");
        for (URI instance : instances) {
            try {
                return ask(instance.resolve(path), type, timeout);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private <T> Optional<T> ask(URI what, Argument<T> type, Duration timeout) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(what)
                        .timeout(timeout)
                        .header("Authorization", "Bearer " + tokens.issue())
                        .build();
        try {
            HttpResponse<byte[]> response =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (response.statusCode()) {
                case 200 -> Optional.ofNullable(json.readValue(response.body(), type));
                case 404 -> Optional.empty();
                default -> throw new IOException("answered " + response.statusCode());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
