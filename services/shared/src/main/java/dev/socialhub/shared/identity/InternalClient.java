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
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Requests from other services, and sends to them, data that only services may know, under {@code
 * /internal}, as a part of the caller's trace.
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
        HttpResponse<byte[]> response =
                first(instances, path, timeout, HttpRequest.Builder::GET, Set.of(200, 404));
        return response.statusCode() == 404
                ? Optional.empty()
                : Optional.ofNullable(json.readValue(response.body(), type));
    }

    /**
     * Sends data to the first instance that answers.
     *
     * @param body what is sent as JSON
     * @param timeout how long each instance may take
     * @throws IOException when none takes it, of the last one
     */
    public void post(List<URI> instances, String path, Object body, Duration timeout)
            throws IOException {
        BodyPublisher bytes = BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        first(
                instances,
                path,
                timeout,
                request -> request.header("Content-Type", "application/json").POST(bytes),
                Set.of(204));
    }

    private HttpResponse<byte[]> first(
            List<URI> instances,
            String path,
            Duration timeout,
            UnaryOperator<HttpRequest.Builder> method,
            Set<Integer> expected)
            throws IOException {
        IOException failure = new IOException("no address of the service is known");
        for (URI instance : instances) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(instance.resolve(path))
                            .timeout(timeout)
                            .header("Authorization", "Bearer " + tokens.issue());
            try {
                return exchange(method.apply(request), expected);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request, Set<Integer> expected)
            throws IOException {
        TraceContext current = TraceContext.current();
        HttpResponse<byte[]> response =
                current == null ? send(request.build()) : sendWithin(current, request);
        if (!expected.contains(response.statusCode())) {
            throw new IOException("answered " + response.statusCode());
        }
        return response;
    }

    private HttpResponse<byte[]> sendWithin(TraceContext trace, HttpRequest.Builder request)
            throws IOException {
        HttpRequest tracedRequest = request.copy().build();
        Span span =
                spans.begin(SpanKind.CLIENT, tracedRequest.method(), trace)
                        .with("http.request.method", tracedRequest.method())
                        .with("server.address", tracedRequest.uri().getHost())
                        .with("server.port", tracedRequest.uri().getPort());
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
