package dev.socialhub.people.edge;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
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
        return jdbc.execute(
                connection -> SqlStatement.on(connection, REMOVE, userId, userId, most).update());
    }

    long count(UUID userId) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, COUNT, userId, userId).only(row -> row.number(1)));
    }
}
