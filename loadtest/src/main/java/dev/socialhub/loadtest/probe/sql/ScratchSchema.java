package dev.socialhub.loadtest.probe.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Tables like a service's own, beside them for as long as a probe needs them. */
final class ScratchSchema {

    private static final String PREFIX = "calibrate_";

    /** Held by the probe that owns such a schema, until its connection ends. */
    private static final String LOCK = "select pg_try_advisory_lock(hashtext('" + PREFIX + "'))";

    private static final String OLD_SCHEMAS =
            "select quote_ident(nspname) from pg_namespace where starts_with(nspname, '"
                    + PREFIX
                    + "')";

    private ScratchSchema() {}

    /**
     * Drops what a killed run has left, makes the work's tables, fills them, and lets the
     * connection see no others.
     *
     * @param run of {@code a-z0-9}
     * @throws SQLException also if another probe is at work
     */
    static void make(Connection connection, String run, SqlWork work) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(LOCK)) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new SQLException("another calibration is running there");
                }
            }
            dropAll(statement);
            String schema = PREFIX + run;
            statement.execute("create schema " + schema);
            for (String table : work.tables()) {
                statement.execute(
                        "create table %1$s.%2$s (like %2$s including all)"
                                .formatted(schema, table));
            }
            statement.execute("set search_path to " + schema);
            for (String rows : work.rows()) {
                statement.execute(rows);
            }
            statement.execute("analyze " + String.join(", ", work.tables()));
        }
    }

    /** Drops them all: this run's, and what an earlier one left behind when it was killed. */
    static void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            dropAll(statement);
        }
    }

    private static void dropAll(Statement statement) throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(OLD_SCHEMAS)) {
            while (row.next()) {
                schemas.add(row.getString(1));
            }
        }
        for (String schema : schemas) {
            statement.execute("drop schema " + schema + " cascade");
        }
    }
}
