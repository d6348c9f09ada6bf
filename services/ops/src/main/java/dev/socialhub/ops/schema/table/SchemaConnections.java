package dev.socialhub.ops.schema.table;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections beside the service's pool, so that requests don't wait for an operator's query. No
 * statement on them waits long for a lock: statements that queue behind it would wait as well.
 */
@Singleton
@Requires(property = "datasources.default.url")
final class SchemaConnections {

    private static final String BOUNDS = "-c lock_timeout=2s -c statement_timeout=60s";

    private final String url;
    private final String user;
    private final String password;

    SchemaConnections(
            @Value("${datasources.default.url}") String url,
            @Value("${datasources.default.username}") String user,
            @Value("${datasources.default.password}") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** One that sees the service's tables. */
    Connection open() throws SQLException {
        return dataSource(BOUNDS).getConnection();
    }

    /** Connections that see none of the service's tables, whatever a migration names. */
    PGSimpleDataSource blind() {
        return dataSource(BOUNDS + " -c search_path=pg_catalog");
    }

    private PGSimpleDataSource dataSource(String options) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        source.setOptions(options);
        source.setConnectTimeout(5);
        source.setSocketTimeout(90);
        return source;
    }
}
