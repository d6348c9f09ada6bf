package dev.socialhub.auth;

import dev.socialhub.backing.testing.TestServers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The service on a free port, with a database of its own, and a client that calls it. */
public final class AuthServer implements AutoCloseable {

    public static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    public static final String PASSWORD = "SecurePass123!";

    private final String database;
    private final EmbeddedServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    private AuthServer(String database, EmbeddedServer server) {
        this.database = database;
        this.server = server;
    }

    public static String newDatabase() {
        return "auth_" + UUID.randomUUID().toString().replace("-", "");
    }

    public static AuthServer start() {
        return start(newDatabase(), Map.of());
    }

    public static AuthServer start(String database, Map<String, Object> settings) {
        TestServers servers = TestServers.shared();
        Map<String, Object> all = new HashMap<>();
        all.put("micronaut.server.port", -1);
        all.put("datasources.default.url", servers.jdbcUrl(database));
        all.put("datasources.default.username", servers.databaseUser(database));
        all.put("datasources.default.password", servers.databasePassword());
        all.put("socialhub.kafka.brokers", servers.kafkaBrokers());
        all.put("socialhub.identity.service-token-key", KEY);
        all.put("socialhub.keys.encryption-key", KEY);
        all.put("socialhub.tokens.refresh-key", KEY);
        all.putAll(settings);
        return new AuthServer(database, ApplicationContext.run(EmbeddedServer.class, all));
    }

    /** With settings given as a process gets them. */
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
        HttpRequest.Builder request = request(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public Answer getAs(@Nullable String token, String path) {
        return token == null ? get(path) : get(path, "Authorization", "Bearer " + token);
    }

    public Answer post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Answer post(String path, byte[] body, String... headers) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.getURL() + path));
    }

    public Answer send(HttpRequest.Builder request) {
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

    /** The first column of what this query finds. */
    public List<String> query(String sql) {
        return query(sql, database);
    }

    /** Shuts the door of the service's database and throws out whoever is in, or opens it again. */
    public void allowConnections(boolean allowed) {
        query("alter database " + database + " allow_connections " + allowed, "postgres");
        query(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                        + database
                        + "'",
                "postgres");
    }

    private static List<String> query(String sql, String database) {
        TestServers servers = TestServers.shared();
        String anyUrl = servers.jdbcUrl("auth_door");
        String url = anyUrl.substring(0, anyUrl.lastIndexOf('/') + 1) + database;
        List<String> found = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(url, "postgres", servers.databasePassword());
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                ResultSet row = statement.getResultSet();
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    @Override
    public void close() {
        server.close();
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

        /** The text of a field, found by its path: {@code user.name}. */
        public String at(String path) {
            try {
                JsonNode node = mapper.readValue(response.body(), JsonNode.class);
                for (String step : path.split("\\.")) {
                    node = node.isArray() ? node.get(Integer.parseInt(step)) : node.get(step);
                    if (node == null) {
                        throw new AssertionError("no " + path + " in " + text());
                    }
                }
                return node.coerceStringValue();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
