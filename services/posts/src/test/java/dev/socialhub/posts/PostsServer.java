package dev.socialhub.posts;

import dev.socialhub.backing.testing.TestServers;
import dev.socialhub.posts.FakeAuth.Person;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The service on a free port, with a database of its own, and a client that calls it. */
public final class PostsServer implements AutoCloseable {

    public final FakeAuth auth;
    public final EmbeddedServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    private PostsServer(FakeAuth auth, EmbeddedServer server) {
        this.auth = auth;
        this.server = server;
    }

    public static PostsServer start() {
        return start(Map.of());
    }

    public static PostsServer start(Map<String, Object> settings) {
        try {
            FakeAuth auth = new FakeAuth();
            String database = "posts_" + UUID.randomUUID().toString().replace("-", "");
            TestServers servers = TestServers.shared();
            Map<String, Object> all = new HashMap<>();
            all.put("micronaut.server.port", -1);
            all.put("datasources.default.url", servers.jdbcUrl(database));
            all.put("datasources.default.username", servers.databaseUser(database));
            all.put("datasources.default.password", servers.databasePassword());
            all.put("socialhub.kafka.brokers", servers.kafkaBrokers());
            all.put("socialhub.identity.auth-urls", auth.url());
            all.put(
                    "socialhub.identity.service-token-key",
                    "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
            all.putAll(settings);
            EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, all);
            return new PostsServer(auth, server);
        } catch (Exception e) {
            throw new IllegalStateException("the service did not start", e);
        }
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public Answer get(@Nullable Person person, String path) {
        return send(person, request(path).GET());
    }

    public Answer delete(@Nullable Person person, String path) {
        return send(person, request(path).DELETE());
    }

    public Answer post(@Nullable Person person, String path, String body, String... headers) {
        return post(person, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Answer post(@Nullable Person person, String path, byte[] body, String... headers) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(person, headers.length == 0 ? request : request.headers(headers));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.getURL() + path));
    }

    public Answer send(@Nullable Person person, HttpRequest.Builder request) {
        if (person != null) {
            request.header("Authorization", "Bearer " + person.token());
        }
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response, bean(JsonMapper.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        auth.close();
        http.shutdownNow();
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response, JsonMapper mapper) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public JsonNode json() {
            try {
                return mapper.readValue(response.body(), JsonNode.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The text of a field, found by its path: {@code author.name}. */
        public String at(String path) {
            JsonNode node = json();
            for (String step : path.split("\\.")) {
                node = node.isArray() ? node.get(Integer.parseInt(step)) : node.get(step);
                if (node == null) {
                    throw new AssertionError("no " + path + " in " + text());
                }
            }
            return node.coerceStringValue();
        }
    }
}
