package dev.socialhub.backing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** Gives each service its own role and database in the embedded PostgreSQL. */
public final class PostgresProvisioning {
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String ONE_CALLER_AT_A_TIME = "SELECT pg_advisory_lock(7236830231)";

    private PostgresProvisioning() {}

    /** A database and the one role that may use it. */
    public record Database(String name, String role, String password) {
        public Database {
            if (!IDENTIFIER.matcher(name).matches() || !IDENTIFIER.matcher(role).matches()) {
                throw new IllegalArgumentException(
                        "database and role names are lower-case identifiers: "
                                + name
                                + ", "
                                + role);
            }
        }

        @Override
        public String toString() {
            return "Database[name=" + name + ", role=" + role + "]";
        }
    }

    /**
     * Creates what is missing and sets each role's password to the given one. Safe to repeat, and
     * safe when two callers do it at once.
     *
     * @throws BackingFailure if the server refuses
     */
    public static void ensure(int port, String superuserPassword, List<Database> databases) {
        try (var server = connect(port, "postgres", superuserPassword)) {
            run(server, ONE_CALLER_AT_A_TIME);
            for (var database : databases) {
                ensureRole(server, database);
                ensureDatabase(server, database);
                try (var inside = connect(port, database.name(), superuserPassword)) {
                    run(inside, "ALTER SCHEMA public OWNER TO \"" + database.role() + "\"");
                    run(inside, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
                }
            }
        } catch (SQLException e) {
            throw new BackingFailure(
                    "PostgreSQL on port "
                            + port
                            + " refused to create databases: "
                            + String.valueOf(e.getMessage()).replaceAll("\\s+", " "),
                    "check that this port belongs to this SocialHub and that the password in"
                            + " secrets.env is the one its data folder was made with",
                    e);
        }
    }

    private static void ensureRole(Connection server, Database database) throws SQLException {
        if (!exists(server, "SELECT 1 FROM pg_roles WHERE rolname = ?", database.role())) {
            run(server, "CREATE ROLE \"" + database.role() + "\" LOGIN");
        }
        run(
                server,
                "ALTER ROLE \""
                        + database.role()
                        + "\" LOGIN PASSWORD "
                        + literal(server, database.password()));
    }

    private static void ensureDatabase(Connection server, Database database) throws SQLException {
        var name = "\"" + database.name() + "\"";
        if (!exists(server, "SELECT 1 FROM pg_database WHERE datname = ?", database.name())) {
            run(server, "CREATE DATABASE " + name + " OWNER \"" + database.role() + "\"");
        }
        run(server, "ALTER DATABASE " + name + " OWNER TO \"" + database.role() + "\"");
        run(server, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
    }

    /** DDL takes no parameters, so the server itself quotes the value. */
    private static String literal(Connection connection, String value) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT quote_literal(?)")) {
            statement.setString(1, value);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static boolean exists(Connection connection, String sql, String value)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(int port, String database, String password)
            throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("sslmode", "disable");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }
}
