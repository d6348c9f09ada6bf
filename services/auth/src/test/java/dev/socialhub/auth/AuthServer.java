package dev.socialhub.auth;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.HttpCalls;
import dev.socialhub.shared.testing.RunningService;
import dev.socialhub.shared.testing.TestDatabase;
import dev.socialhub.testkit.TestServers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service on a free port, with a database of its own, and a client that calls it. */
public final class AuthServer implements AutoCloseable {

    private static final String KEY = RunningService.KEY;
    public static final String PASSWORD = "SecurePass123!";

    private final String database;
    private final EmbeddedServer server;
    private final HttpCalls calls;

    private AuthServer(String database, EmbeddedServer server) {
        this.database = database;
        this.server = server;
        this.calls = new HttpCalls(server.getURL().toString());
    }

    public static String newDatabase() {
        return TestDatabase.fresh("auth").name();
    }

    public static AuthServer start() {
        return start(newDatabase(), Map.of());
    }

    public static AuthServer start(String database, Map<String, Object> settings) {
        TestServers servers = TestServers.shared();
        Map<String, Object> all = new HashMap<>(new TestDatabase(database).settings());
        all.put("micronaut.server.port", -1);
        all.put("kafka.bootstrap.servers", servers.kafkaBrokers());
        all.put("socialhub.identity.service-token-key", KEY);
        all.put("socialhub.keys.encryption-key", KEY);
        all.put("socialhub.tokens.refresh-key", KEY);
        all.putAll(settings);
        return new AuthServer(database, ApplicationContext.run(EmbeddedServer.class, all));
    }

    /** Starts the service with settings in the form of a process's environment variables. */
    static AuthServer startWithEnvironment(String database, Map<String, Object> variables) {
        TestServers servers = TestServers.shared();
        Map<String, Object> all = new HashMap<>();
        all.put("PORT", "0");
        all.put("DATABASE_URL", servers.jdbcUrl(database));
        all.put("DATABASE_USER", servers.databaseUser(database));
        all.put("DATABASE_PASSWORD", servers.databasePassword());
        all.put("KAFKA_BROKERS", servers.kafkaBrokers());
        all.put("SERVICE_TOKEN_KEY", KEY);
        all.put("KEY_ENCRYPTION_KEY", KEY);
        all.put("REFRESH_TOKEN_KEY", KEY);
        all.putAll(variables);
        PropertySource environment =
                new MapPropertySource("variables", all) {
                    @Override
                    public PropertyConvention getConvention() {
                        return PropertyConvention.ENVIRONMENT_VARIABLE;
                    }
                };
        return new AuthServer(database, ApplicationContext.run(EmbeddedServer.class, environment));
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** A sign-up that must succeed. */
    public Answer signUp(String username, String... headers) {
        Answer answer = post("/api/v1/auth/signup", signUpBody(username), headers);
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        return answer;
    }

    public static String signUpBody(String username) {
        return """
        {"name":"John Doe","email":"%s@example.com","username":"%s","password":"%s"}
        """
                .formatted(username, username, PASSWORD);
    }

    public Answer logIn(String identifier, String password) {
        return post(
                "/api/v1/auth/login",
                "{\"identifier\":\"%s\",\"password\":\"%s\"}".formatted(identifier, password));
    }

    public Answer get(String path, String... headers) {
        return calls.get(null, path, headers);
    }

    public Answer getAs(@Nullable String token, String path) {
        return calls.get(token, path);
    }

    public Answer post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Answer post(String path, byte[] body, String... headers) {
        return calls.post(null, path, body, headers);
    }

    public HttpRequest.Builder request(String path) {
        return calls.request(path);
    }

    public Answer send(HttpRequest.Builder request) {
        return calls.send(null, request);
    }

    public List<String> query(String sql) {
        return new TestDatabase(database).query(sql);
    }

    public void allowConnections(boolean allowed) {
        new TestDatabase(database).allowConnections(allowed);
    }

    @Override
    public void close() {
        server.close();
        calls.close();
    }
}
