package dev.socialhub.ops.table;

import java.sql.SQLException;

/** Makes a row of the columns that were read. */
@FunctionalInterface
public interface RowReader<R> {
    R read(StoredRow row) throws SQLException;
}
