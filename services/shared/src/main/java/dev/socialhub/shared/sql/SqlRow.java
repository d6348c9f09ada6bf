package dev.socialhub.shared.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row that a query returned; columns are counted from 1. */
public final class SqlRow {

    private final ResultSet row;

    SqlRow(ResultSet row) {
        this.row = row;
    }

    public UUID uuid(int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public @Nullable UUID uuidOrNull(int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public String text(int column) throws SQLException {
        return row.getString(column);
    }

    public @Nullable String textOrNull(int column) throws SQLException {
        return row.getString(column);
    }

    public List<String> texts(int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    public boolean flag(int column) throws SQLException {
        return row.getBoolean(column);
    }

    public int integer(int column) throws SQLException {
        return row.getInt(column);
    }

    public long number(int column) throws SQLException {
        return row.getLong(column);
    }

    public double decimal(int column) throws SQLException {
        return row.getDouble(column);
    }

    public @Nullable Double decimalOrNull(int column) throws SQLException {
        return row.getObject(column, Double.class);
    }

    public byte[] bytes(int column) throws SQLException {
        return row.getBytes(column);
    }

    public Instant time(int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public @Nullable Instant timeOrNull(int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
