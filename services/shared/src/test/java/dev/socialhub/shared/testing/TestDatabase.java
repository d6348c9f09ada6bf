package dev.socialhub.shared.testing;

import dev.socialhub.testkit.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A database of a test's own, on the server that all tests share. */
public record TestDatabase(String name) {

    private static final String ADMINISTRATOR = "postgres";

    /** A database that no test has used yet. */
    public static TestDatabase fresh(String service) {
        return new TestDatabase(service + "_" + UUID.randomUUID().toString().replace("-", ""));
    }

    public String url() {
        return TestServers.shared().jdbcUrl(name);
    }

    public String user() {
        return TestServers.shared().databaseUser(name);
    }

    public String password() {
        return TestServers.shared().databasePassword();
    }

    /** What a service needs to know of it. */
    public Map<String, Object> settings() {
        return Map.of(
                "datasources.default.url", url(),
                "datasources.default.username", user(),
                "datasources.default.password", password());
    }

    /** The first column of what a statement finds, read as the server's administrator. */
    public List<String> query(String sql) {
        return query(url(), sql);
    }

    /** Refuses new connections and closes the existing ones, or allows connections again. */
    public void allowConnections(boolean allowed) {
        String url = url();
        String elsewhere = url.substring(0, url.lastIndexOf('/') + 1) + ADMINISTRATOR;
        query(elsewhere, "alter database " + name + " allow_connections " + allowed);
        query(
                elsewhere,
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                        + name
                        + "'");
    }

    private List<String> query(String url, String sql) {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, ADMINISTRATOR, password());
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
}
