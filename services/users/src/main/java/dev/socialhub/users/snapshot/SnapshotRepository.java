package dev.socialhub.users.snapshot;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.contracts.user.ProfileSnapshot;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Edges and profiles in the order of their keys. */
@Singleton
final class SnapshotRepository {

    static final String EDGES =
            "select kind, from_id, to_id, active, version, changed_at from edge"
                    + " where (kind, from_id, to_id) > (?, ?, ?)"
                    + " order by kind, from_id, to_id limit ?";
    static final String PROFILES =
            "select user_id, username, name, account_version, version from profile"
                    + " where user_id > ? order by user_id limit ?";

    private final JdbcOperations jdbc;

    SnapshotRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    List<EdgeSnapshot> edges(EdgeSnapshotKey after, int rows) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(EDGES)) {
                query.setString(1, after.kind());
                query.setObject(2, after.fromId());
                query.setObject(3, after.toId());
                query.setInt(4, rows);
                return read(query, SnapshotRepository::edge);
            }
        });
    }

    /** Profiles after an id; after the zero id, from the first one on. */
    List<ProfileSnapshot> profiles(UUID after, int rows) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(PROFILES)) {
                query.setObject(1, after);
                query.setInt(2, rows);
                return read(query, SnapshotRepository::profile);
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

    private static ProfileSnapshot profile(ResultSet row) throws SQLException {
        return new ProfileSnapshot(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5));
    }

    private static <T> List<T> read(PreparedStatement query, RowReader<T> reader)
            throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
