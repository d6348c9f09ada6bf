package dev.socialhub.users.seed;

import dev.socialhub.contracts.user.EdgeKind;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Writes edges between generated users, a batch in one statement. */
@Singleton
final class SeededEdgeRepository {

    private static final String ROWS =
            " from unnest(?::uuid[], ?::uuid[], ?::bigint[]) s (from_id, to_id, millis)";

    /** No active edge of the other kind exists, in either direction. */
    private static final String FREE =
            " and not exists (select 1 from edge o where o.kind = ? and o.from_id = s.from_id"
                    + " and o.to_id = s.to_id and o.active)"
                    + " and not exists (select 1 from edge o where o.kind = ? and o.from_id ="
                    + " s.to_id and o.to_id = s.from_id and o.active)";

    private static final String ADD =
            "insert into edge (kind, from_id, to_id, active, version, changed_at)"
                    + " select ?, s.from_id, s.to_id, true, 1,"
                    + " timestamptz 'epoch' + s.millis * interval '1 millisecond'"
                    + ROWS
                    + " where exists (select 1 from profile p where p.user_id = s.from_id)"
                    + " and exists (select 1 from profile p where p.user_id = s.to_id)"
                    + FREE
                    + " order by s.from_id, s.to_id on conflict (kind, from_id, to_id) do nothing";

    /** An edge that was removed since does exist: it is merely inactive. */
    private static final String ABSENT =
            "select count(*)"
                    + ROWS
                    + " where not exists (select 1 from edge e where e.kind = ?"
                    + " and e.from_id = s.from_id and e.to_id = s.to_id)";

    private final JdbcOperations jdbc;

    SeededEdgeRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the edges that don't exist and are allowed; returns how many. */
    int add(EdgeKind kind, List<SeededEdge> batch) {
        EdgeKind other =
                switch (kind) {
                    case FOLLOW -> EdgeKind.BLOCK;
                    case BLOCK -> EdgeKind.FOLLOW;
                };
        return jdbc.execute(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                insert.setString(1, kind.wireName());
                setRows(connection, insert, 2, batch);
                insert.setString(5, other.wireName());
                insert.setString(6, other.wireName());
                return insert.executeUpdate();
            }
        });
    }

    /** How many of the edges don't exist. */
    int absent(EdgeKind kind, List<SeededEdge> batch) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(ABSENT)) {
                setRows(connection, query, 1, batch);
                query.setString(4, kind.wireName());
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("a count has a row");
                    }
                    return row.getInt(1);
                }
            }
        });
    }

    private static void setRows(
            Connection connection, PreparedStatement statement, int first, List<SeededEdge> batch)
            throws SQLException {
        statement.setArray(
                first, connection.createArrayOf("uuid", column(batch, SeededEdge::fromId)));
        statement.setArray(
                first + 1, connection.createArrayOf("uuid", column(batch, SeededEdge::toId)));
        statement.setArray(
                first + 2,
                connection.createArrayOf("bigint", column(batch, SeededEdge::changedAtMillis)));
    }

    private static Object[] column(List<SeededEdge> batch, Function<SeededEdge, Object> value) {
        return batch.stream().map(value).toArray();
    }
}
