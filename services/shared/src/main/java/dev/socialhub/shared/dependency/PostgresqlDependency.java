package dev.socialhub.shared.dependency;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The database. It is asked on a connection of its own: when all those of the pool are in use it is
 * the pool that has none left, and its meters say so.
 */
@Singleton
@Requires(property = "datasources.default.url")
final class PostgresqlDependency implements Dependency {

    private static final int TIMEOUT_SECONDS = 2;

    private final String url;
    private final Properties login = new Properties();
    private @Nullable Connection connection;

    PostgresqlDependency(
            @Value("${datasources.default.url}") String url,
            @Value("${datasources.default.username}") String user,
            @Value("${datasources.default.password}") String password) {
        this.url = url;
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", String.valueOf(TIMEOUT_SECONDS));
        login.setProperty("loginTimeout", String.valueOf(TIMEOUT_SECONDS));
        login.setProperty("ApplicationName", "watch");
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public synchronized boolean answers() throws SQLException {
        if (connection == null) {
            connection = DriverManager.getConnection(url, login);
        }
        if (connection.isValid(TIMEOUT_SECONDS)) {
            return true;
        }
        close();
        return false;
    }

    @PreDestroy
    synchronized void close() throws SQLException {
        if (connection != null) {
            Connection last = connection;
            connection = null;
            last.close();
        }
    }
}
