package dev.socialhub.ops.schema.table;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Schemas that stand beside the service's own for a moment. */
@Singleton
@Requires(bean = SchemaConnections.class)
final class ScratchRepository {

    static final String PREFIX = "schema_check_";

    private static final String ALL =
            "select quote_ident(nspname) from pg_namespace where starts_with(nspname, '"
                    + PREFIX
                    + "')";

    private final SchemaConnections connections;

    ScratchRepository(SchemaConnections connections) {
        this.connections = connections;
    }

    /** Drops them all: this run's, and what an earlier one left behind when it was killed. */
    void dropAll() throws SQLException {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            for (String schema : SqlStatement.on(connection, ALL).list(row -> row.text(1))) {
                statement.execute("drop schema " + schema + " cascade");
            }
        }
    }
}
