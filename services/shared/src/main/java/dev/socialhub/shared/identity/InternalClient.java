package dev.socialhub.shared.identity;

import dev.socialhub.shared.trace.Span;
import dev.socialhub.shared.trace.SpanKind;
import dev.socialhub.shared.trace.Spans;
import dev.socialhub.shared.trace.TraceContext;
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

/**
 * Asks other services what only services may know, under {@code /internal}, as a part of the trace
 * that the question comes from.
 */
@Singleton
@Requires(beans = ServiceTokens.class)
public final class InternalClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final ServiceTokens tokens;
    private final JsonMapper json;
    private final Spans spans;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    InternalClient(ServiceTokens tokens, JsonMapper json, Spans spans) {
        this.tokens = tokens;
        this.json = json;
        this.spans = spans;
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
        HttpRequest.Builder request =
                HttpRequest.newBuilder(what)
                        .timeout(timeout)
                        .header("Authorization", "Bearer " + tokens.issue());
        TraceContext current = TraceContext.current();
        HttpResponse<byte[]> response =
                current == null ? send(request.build()) : sendWithin(current, what, request);
        return switch (response.statusCode()) {
            case 200 -> Optional.ofNullable(json.readValue(response.body(), type));
            case 404 -> Optional.empty();
            default -> throw new IOException("answered " + response.statusCode());
        };
    }

    private HttpResponse<byte[]> sendWithin(
            TraceContext trace, URI what, HttpRequest.Builder request) throws IOException {
        Span span =
                spans.begin(SpanKind.CLIENT, "GET", trace)
                        .with("http.request.method", "GET")
                        .with("server.address", what.getHost())
                        .with("server.port", what.getPort());
        try {
            HttpResponse<byte[]> response =
                    send(request.header(TraceContext.HEADER, span.context().traceparent()).build());
            span.with("http.response.status_code", response.statusCode());
            return response;
        } catch (IOException e) {
            span.failed(e.getClass().getName());
            throw e;
        } finally {
            span.end();
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
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
