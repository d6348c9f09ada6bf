package dev.socialhub.notifications;

import com.nimbusds.jose.JOSEException;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.shared.testing.FakeAuth;
import dev.socialhub.shared.testing.HttpCalls;
import dev.socialhub.shared.testing.Json;
import dev.socialhub.shared.testing.RunningService;
import dev.socialhub.testkit.TestServers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The service as it runs, on a port of its own, and a client of it. */
public final class RunningNotifications implements AutoCloseable {

    private final FakeAuth auth;
    private final EmbeddedServer server;
    private final HttpCalls calls;

    public RunningNotifications(String mongodbUrl) throws JOSEException, IOException {
        this(mongodbUrl, Map.of());
    }

    public RunningNotifications(String mongodbUrl, Map<String, Object> more)
            throws JOSEException, IOException {
        auth = new FakeAuth();
        Map<String, Object> settings = settings(mongodbUrl, auth.url());
        settings.putAll(more);
        server = ApplicationContext.run(EmbeddedServer.class, settings);
        calls = new HttpCalls(server.getURL().toString());
    }

    private static Map<String, Object> settings(String mongodbUrl, String authUrl) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("micronaut.server.port", -1);
        settings.put("mongodb.uri", mongodbUrl);
        settings.put("socialhub.mongodb.answer-timeout", "2s");
        settings.put("socialhub.ops.enabled", true);
        // Tests are about how the service handles many requests at once, not how many it admits.
        settings.put("socialhub.admission.queue-time", "30s");
        settings.put("notifications.consumer-group", "notifications-" + UUID.randomUUID());
        settings.put("kafka.bootstrap.servers", TestServers.shared().kafkaBrokers());
        settings.put("socialhub.identity.auth-urls", authUrl);
        settings.put("socialhub.identity.service-token-key", RunningService.KEY);
        return settings;
    }

    /** The beans without a port and without callers. */
    public static ApplicationContext withoutServer(String mongodbUrl) {
        return ApplicationContext.run(settings(mongodbUrl, "http://127.0.0.1:1"));
    }

    public static String newDatabase() {
        return TestServers.shared()
                .mongodbUrl("notifications_" + UUID.randomUUID().toString().replace("-", ""));
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    <T> Collection<T> beans(Class<T> type) {
        return server.getApplicationContext().getBeansOfType(type);
    }

    String group() {
        return server.getApplicationContext()
                .getRequiredProperty("notifications.consumer-group", String.class);
    }

    /** The topic for posts' events that can't be handled. */
    String deadLetters() {
        return Topic.POST.deadLetterName(group());
    }

    String token(UUID user) {
        return auth.token(user, "ada");
    }

    public HttpResponse<String> send(String method, String path, String... headers) {
        HttpRequest.Builder request = calls.request(path).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return calls.send(null, request).response();
    }

    public HttpResponse<String> sendAs(UUID user, String method, String path) {
        return send(method, path, "Authorization", "Bearer " + token(user));
    }

    /** The body of a successful answer. */
    public Json ask(UUID user, String method, String path) {
        HttpResponse<String> response = sendAs(user, method, path);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return Json.of(response.body());
    }

    @Override
    public void close() {
        server.close();
        auth.close();
        calls.close();
    }
}
