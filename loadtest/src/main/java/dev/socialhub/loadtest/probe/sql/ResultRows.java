package dev.socialhub.loadtest.probe.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads result sets as a service would. */
final class ResultRows {

    private ResultRows() {}

    /**
     * Reads every column of every row.
     *
     * @throws SQLException also where there are more or fewer rows
     */
    static void readAll(PreparedStatement query, int columns, int expected) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            int rows = 0;
            while (row.next()) {
                for (int column = 1; column <= columns; column++) {
                    row.getObject(column);
                }
                rows++;
            }
            if (rows != expected) {
                throw new SQLException(rows + " rows came, and not " + expected);
            }
        }
    }
}
