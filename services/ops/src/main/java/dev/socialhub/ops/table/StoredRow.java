package dev.socialhub.ops.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The row that a query has reached; its columns have values. */
public final class StoredRow {

    private final ResultSet row;

    StoredRow(ResultSet row) {
        this.row = row;
    }

    public UUID uuid(String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public String text(String column) throws SQLException {
        return row.getString(column);
    }

    public long number(String column) throws SQLException {
        return row.getLong(column);
    }

    public boolean flag(String column) throws SQLException {
        return row.getBoolean(column);
    }

    public Instant time(String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
