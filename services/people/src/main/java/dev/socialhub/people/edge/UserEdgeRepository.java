package dev.socialhub.people.edge;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.UUID;

/** The replicated edges from and to one user, including inactive ones. */
@Singleton
class UserEdgeRepository {

    private static final String REMOVE =
            "delete from edge where ctid = any (array(select ctid from edge"
                    + " where kind in ('block', 'follow') and from_id = ? or to_id = ? limit ?))";

    private static final String COUNT =
            "select (select count(*) from edge where kind in ('block', 'follow') and from_id = ?)"
                    + " + (select count(*) from edge where to_id = ?)";

    private final JdbcOperations jdbc;

    UserEdgeRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Removes at most this many; returns how many were removed. */
    int remove(UUID userId, int most) {
        return jdbc.execute(connection -> {
            try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
                remove.setObject(1, userId);
                remove.setObject(2, userId);
                remove.setInt(3, most);
                return remove.executeUpdate();
            }
        });
    }

    long count(UUID userId) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(COUNT)) {
                query.setObject(1, userId);
                query.setObject(2, userId);
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("a count has a row");
                    }
                    return row.getLong(1);
                }
            }
        });
    }
}
