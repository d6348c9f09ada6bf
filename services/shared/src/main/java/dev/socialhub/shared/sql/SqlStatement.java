package dev.socialhub.shared.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its parameters, for what the {@code @Query} of a Micronaut Data repository can't
 * express: arrays, locks, two statements at once, rows that are read as they come or that become
 * value objects. Each call is one round trip on the given connection.
 */
public final class SqlStatement {

    private final Connection connection;
    private final String sql;
    private final @Nullable Object[] parameters;

    private SqlStatement(Connection connection, String sql, @Nullable Object[] parameters) {
        this.connection = connection;
        this.sql = sql;
        this.parameters = parameters;
    }

    /**
     * A statement on a connection, which stays open.
     *
     * @param parameters in the order of the question marks: what the driver takes, an {@link
     *     Instant}, an array made by {@link #array}, or null for a text that is missing
     */
    public static SqlStatement on(
            Connection connection, String sql, @Nullable Object... parameters) {
        return new SqlStatement(connection, sql, parameters);
    }

    /**
     * An array as one parameter.
     *
     * @param type of its elements, as PostgreSQL names it
     * @param elements values, nulls, or lists of texts, which are sent as the text of an array
     */
    public static Object array(String type, Collection<? extends @Nullable Object> elements) {
        return new ArrayParameter(type, elements.toArray());
    }

    /** Runs an insert, update or delete; returns how many rows it changed. */
    public int update() throws SQLException {
        try (PreparedStatement statement = prepared()) {
            return statement.executeUpdate();
        }
    }

    /** The same where at most one row changes; returns whether one did. */
    public boolean updateOne() throws SQLException {
        return update() == 1;
    }

    /** Runs a statement for its effect alone, whether it has rows or not. */
    public void execute() throws SQLException {
        try (PreparedStatement statement = prepared()) {
            statement.execute();
        }
    }

    /** Runs a query for its effect alone, such as a lock; returns how many rows it had. */
    public int run() throws SQLException {
        return list(_ -> true).size();
    }

    /** All rows. */
    public <T> List<T> list(RowMapper<T> mapper) throws SQLException {
        List<T> list = new ArrayList<>();
        forEach(row -> list.add(mapper.map(row)));
        return list;
    }

    /** Each row, as it is read. */
    public void forEach(RowUse use) throws SQLException {
        try (PreparedStatement statement = prepared();
                ResultSet rows = statement.executeQuery()) {
            SqlRow row = new SqlRow(rows);
            while (rows.next()) {
                use.accept(row);
            }
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(RowMapper<T> mapper) throws SQLException {
        try (PreparedStatement statement = prepared();
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(mapper.map(new SqlRow(rows))) : Optional.empty();
        }
    }

    /** The row of a query that always has one, such as a count. */
    public <T> T only(RowMapper<T> mapper) throws SQLException {
        return first(mapper).orElseThrow(SqlStatement::noRow);
    }

    /** The same for the second of two statements that are sent together. */
    public <T> T onlyOfSecond(RowMapper<T> mapper) throws SQLException {
        try (PreparedStatement both = prepared()) {
            both.execute();
            both.getMoreResults();
            try (ResultSet rows = both.getResultSet()) {
                if (!rows.next()) {
                    throw noRow();
                }
                return mapper.map(new SqlRow(rows));
            }
        }
    }

    private static IllegalStateException noRow() {
        return new IllegalStateException("a query that always has a row has none");
    }

    private PreparedStatement prepared() throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                set(statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void set(PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case Instant time -> statement.setObject(index, time.atOffset(ZoneOffset.UTC));
            case ArrayParameter array ->
                    statement.setArray(index, array.on(statement.getConnection()));
            // With a type, so that the driver doesn't parse the statement anew for a text.
            case null -> statement.setNull(index, Types.VARCHAR);
            default -> statement.setObject(index, value);
        }
    }

    private record ArrayParameter(String type, @Nullable Object[] elements) {

        Array on(Connection connection) throws SQLException {
            @Nullable Object[] sent = elements.clone();
            for (int i = 0; i < sent.length; i++) {
                if (sent[i] instanceof List<?> texts) {
                    sent[i] = connection.createArrayOf("text", texts.toArray()).toString();
                }
            }
            return connection.createArrayOf(type, sent);
        }
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(SqlRow row) throws SQLException;
    }

    /** Does something with a row. */
    @FunctionalInterface
    public interface RowUse {
        void accept(SqlRow row) throws SQLException;
    }
}
