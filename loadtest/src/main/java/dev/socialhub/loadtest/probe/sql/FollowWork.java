package dev.socialhub.loadtest.probe.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A follow: lock and read, change the edge, append the event, commit. */
public final class FollowWork implements SqlWork {

    /** About as long as the event is. */
    private static final int PAYLOAD_BYTES = 330;

    @Override
    public String name() {
        return "follow-sql";
    }

    @Override
    public String service() {
        return "users";
    }

    @Override
    public List<String> tables() {
        return List.of("profile", "edge", "follow_count", "follow_delta", "outbox");
    }

    @Override
    public List<String> rows() {
        return List.of(
                FollowingListWork.PROFILES,
                "insert into follow_count (user_id, followers, following) select "
                        + ProbeUsers.ID
                        + ", 0, 0 from generate_series(1, "
                        + ProbeUsers.COUNT
                        + ") n");
    }

    @Override
    public Turn prepare(Connection connection) throws SQLException {
        Statements sql = Statements.of(name());
        PreparedStatement lockAndReadQuery = sql.prepare(connection, "lock and read");
        PreparedStatement changeEdge = sql.prepare(connection, "change edge");
        PreparedStatement append = sql.prepare(connection, "append");
        byte[] payload = new byte[PAYLOAD_BYTES];
        connection.setAutoCommit(false);
        return number -> {
            UUID actor = ProbeUsers.id(number);
            // Each round goes one user further, so no pair comes twice.
            UUID other = ProbeUsers.id(number + 1 + number / ProbeUsers.COUNT);
            lockAndRead(lockAndReadQuery, actor, other);
            changeEdge(changeEdge, actor, other);
            append.setShort(1, (short) (number & 15));
            append.setString(2, "FOLLOW_TOPIC");
            append.setString(3, actor.toString());
            append.setBytes(4, payload);
            append.setString(5, null);
            append.setString(6, "follow.created");
            append.executeUpdate();
            connection.commit();
        };
    }

    private static void lockAndRead(PreparedStatement query, UUID actor, UUID other)
            throws SQLException {
        int one = actor.hashCode();
        int two = other.hashCode();
        query.setInt(1, Math.min(one, two));
        query.setInt(2, Math.max(one, two));
        query.setInt(3, one);
        query.setInt(4, one ^ two);
        query.setObject(5, actor);
        query.setObject(6, other);
        query.execute();
        query.getMoreResults();
        try (ResultSet row = query.getResultSet()) {
            if (!row.next() || row.getBoolean(1) || !row.getBoolean(5) || row.getLong(7) < 0) {
                throw new SQLException("the pair of users isn't in its initial state");
            }
        }
    }

    private static void changeEdge(PreparedStatement changeEdge, UUID actor, UUID other)
            throws SQLException {
        changeEdge.setString(1, "follow");
        changeEdge.setObject(2, actor);
        changeEdge.setObject(3, other);
        changeEdge.setBoolean(4, true);
        changeEdge.setObject(5, OffsetDateTime.now(ZoneOffset.UTC));
        changeEdge.setInt(6, 1);
        changeEdge.setInt(7, 1);
        try (ResultSet row = changeEdge.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the follow exists already");
            }
        }
    }
}
