package dev.socialhub.shared.testing;

import com.nimbusds.jose.JOSEException;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.shared.testing.FakeAuth.Person;
import dev.socialhub.testkit.TestServers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service on a free port, with a database of its own, and users that call it. */
public final class RunningService implements AutoCloseable {

    /** A key that is good for every secret. */
    public static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    public final FakeAuth auth;
    public final TestDatabase database;
    private final EmbeddedServer server;
    private final HttpCalls calls;

    private RunningService(FakeAuth auth, TestDatabase database, EmbeddedServer server) {
        this.auth = auth;
        this.database = database;
        this.server = server;
        this.calls = new HttpCalls(server.getURL().toString());
    }

    public static RunningService start(String name) {
        return start(name, Map.of());
    }

    /** The service whose classes and settings are on the class path. */
    public static RunningService start(String name, Map<String, Object> settings) {
        TestDatabase database = TestDatabase.fresh(name);
        FakeAuth auth = auth();
        Map<String, Object> all = new HashMap<>(database.settings());
        all.put("micronaut.server.port", -1);
        all.put("kafka.bootstrap.servers", TestServers.shared().kafkaBrokers());
        all.put("socialhub.identity.auth-urls", auth.url());
        all.put("socialhub.identity.service-token-key", KEY);
        PlatformManifest.packaged()
                .service(name)
                .ifPresent(entry -> entry.secrets().forEach(secret -> all.put(secret, KEY)));
        // Tests are about how the service handles many requests at once, not how many it admits.
        all.put("socialhub.admission.queue-time", "30s");
        // Another build may run the same service at the same Kafka.
        all.put(name + ".consumer-group", database.name());
        ConsumerGroup.beginAtTheEnd(database.name());
        all.putAll(settings);
        return new RunningService(
                auth, database, ApplicationContext.run(EmbeddedServer.class, all));
    }

    private static FakeAuth auth() {
        try {
            return new FakeAuth();
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public Answer get(@Nullable Person person, String path) {
        return calls.get(token(person), path);
    }

    public Answer delete(@Nullable Person person, String path) {
        return calls.delete(token(person), path);
    }

    public Answer post(@Nullable Person person, String path, String body, String... headers) {
        return post(person, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Answer post(@Nullable Person person, String path, byte[] body, String... headers) {
        return calls.post(token(person), path, body, headers);
    }

    public Answer patch(@Nullable Person person, String path, String body) {
        return calls.patch(token(person), path, body);
    }

    public HttpRequest.Builder request(String path) {
        return calls.request(path);
    }

    public Answer send(@Nullable Person person, HttpRequest.Builder request) {
        return calls.send(token(person), request);
    }

    private static @Nullable String token(@Nullable Person person) {
        return person == null ? null : person.token();
    }

    @Override
    public void close() {
        server.close();
        auth.close();
        calls.close();
    }
}
