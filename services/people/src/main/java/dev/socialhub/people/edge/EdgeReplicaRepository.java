package dev.socialhub.people.edge;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.contracts.user.EdgeSnapshot;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The replica of the follow graph, in statements that take many edges at once. Callers hold off
 * deletions before they write.
 */
@Singleton
class EdgeReplicaRepository {

    private static final String ROWS =
            "unnest(?::text[], ?::uuid[], ?::uuid[], ?::boolean[], ?::bigint[], ?::timestamptz[])"
                    + " as %s(kind, from_id, to_id, active, version, changed_at)";

    private static final String PUT =
            "insert into edge (kind, from_id, to_id, active, version, changed_at) select n.* from "
                    + ROWS.formatted("n")
                    + " where not exists (select 1 from deleted_user d where d.user_id = n.from_id)"
                    + " and not exists (select 1 from deleted_user d where d.user_id = n.to_id)"
                    + " on conflict (kind, from_id, to_id) do update set active = excluded.active,"
                    + " version = excluded.version, changed_at = excluded.changed_at"
                    + " where edge.version < excluded.version";

    private static final String STILL_AS_HELD =
            "(e.kind, e.from_id, e.to_id, e.active, e.version, e.changed_at)"
                    + " = (h.kind, h.from_id, h.to_id, h.active, h.version, h.changed_at)";

    private static final String REPLACE =
            "update edge e set active = n.active, version = n.version, changed_at = n.changed_at"
                    + " from "
                    + ROWS.formatted("h")
                    + " join "
                    + ROWS.formatted("n")
                    + " on (n.kind, n.from_id, n.to_id) = (h.kind, h.from_id, h.to_id) where "
                    + STILL_AS_HELD;

    private static final String REMOVE =
            "delete from edge e using " + ROWS.formatted("h") + " where " + STILL_AS_HELD;

    private static final String LIST =
            "select kind, from_id, to_id, active, version, changed_at from edge"
                    + " where (kind, from_id, to_id) > (?, ?, ?)"
                    + " order by kind, from_id, to_id limit ?";

    private static final EdgeKey BEFORE_ALL =
            new EdgeKey(EdgeKind.BLOCK, new UUID(0, 0), new UUID(0, 0));

    private final TransactionOperations<Connection> transactions;

    EdgeReplicaRepository(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /**
     * Stores the edges that are newer than the stored ones, except those of deleted users.
     *
     * @param edges each edge once, in the order of keys, so that two concurrent calls don't
     *     deadlock
     * @return how many were stored
     */
    int put(List<EdgeSnapshot> edges) {
        return edges.isEmpty() ? 0 : update(PUT, statement -> setRows(statement, 1, edges));
    }

    /**
     * Replaces rows, where they are unchanged since they were read.
     *
     * @param held and owned: the rows of the same edges, in the same order
     * @return how many were replaced
     */
    int replace(List<EdgeSnapshot> held, List<EdgeSnapshot> owned) {
        return held.isEmpty()
                ? 0
                : update(
                        REPLACE,
                        statement -> setRows(statement, setRows(statement, 1, held), owned));
    }

    /** Removes the rows that are unchanged since they were read; returns how many were removed. */
    int remove(List<EdgeSnapshot> held) {
        return held.isEmpty() ? 0 : update(REMOVE, statement -> setRows(statement, 1, held));
    }

    /** The edges after a key, or from the first one on, in the order of keys. */
    List<EdgeSnapshot> list(@Nullable EdgeKey after, int most) {
        EdgeKey from = after == null ? BEFORE_ALL : after;
        return transactions.executeRead(status -> {
            try (PreparedStatement query = status.getConnection().prepareStatement(LIST)) {
                query.setString(1, from.kind().wireName());
                query.setObject(2, from.fromId());
                query.setObject(3, from.toId());
                query.setInt(4, most);
                List<EdgeSnapshot> edges = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        edges.add(edge(row));
                    }
                }
                return edges;
            }
        });
    }

    private static EdgeSnapshot edge(ResultSet row) throws SQLException {
        return new EdgeSnapshot(
                EdgeKind.ofWireName(row.getString(1)),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getBoolean(4),
                row.getLong(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    private int update(String sql, Parameters parameters) {
        return transactions.executeWrite(status -> {
            try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
                parameters.set(statement);
                return statement.executeUpdate();
            }
        });
    }

    /** Sets the rows as six array parameters; returns the index of the next parameter. */
    private static int setRows(PreparedStatement statement, int first, List<EdgeSnapshot> rows)
            throws SQLException {
        int next = first;
        setColumn(statement, next++, "text", rows, row -> row.kind().wireName());
        setColumn(statement, next++, "uuid", rows, EdgeSnapshot::fromId);
        setColumn(statement, next++, "uuid", rows, EdgeSnapshot::toId);
        setColumn(statement, next++, "boolean", rows, EdgeSnapshot::active);
        setColumn(statement, next++, "bigint", rows, EdgeSnapshot::version);
        setColumn(statement, next++, "timestamptz", rows, row -> Timestamp.from(row.changedAt()));
        return next;
    }

    private static void setColumn(
            PreparedStatement statement,
            int number,
            String type,
            List<EdgeSnapshot> rows,
            Function<EdgeSnapshot, Object> value)
            throws SQLException {
        Array column =
                statement.getConnection().createArrayOf(type, rows.stream().map(value).toArray());
        statement.setArray(number, column);
    }

    private interface Parameters {
        int set(PreparedStatement statement) throws SQLException;
    }
}
