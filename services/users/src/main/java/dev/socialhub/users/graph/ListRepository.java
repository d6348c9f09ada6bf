package dev.socialhub.users.graph;

import dev.socialhub.shared.paging.TimeCursor;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Users at the other ends of a user's edges, the most recent edge first, starting below a row
 * {@code (at, id)}. Each page reads as many rows of one index as it has users, wherever in the list
 * it is. A list is empty for a viewer that its owner blocks.
 */
@Singleton
final class ListRepository {

    private static final String PAGE =
            "select p.user_id, p.username, p.name, p.headline, e.changed_at"
                    + " from edge e join profile p on p.user_id = e.%1$s"
                    + " where e.kind = '%2$s' and e.%3$s = ? and e.active"
                    + " and (e.changed_at, e.%1$s) < (?, ?)%4$s"
                    + " order by e.changed_at desc, e.%1$s desc limit ?";

    private static final String SEEN_BY =
            " and e.%s not in (select b.from_id from edge b"
                    + " where b.kind = 'block' and b.to_id = ? and b.active)"
                    + " and not exists (select 1 from edge b"
                    + " where b.kind = 'block' and b.from_id = ? and b.to_id = ? and b.active)";

    static final String FOLLOWERS =
            PAGE.formatted("from_id", "follow", "to_id", SEEN_BY.formatted("from_id"));
    static final String FOLLOWING =
            PAGE.formatted("to_id", "follow", "from_id", SEEN_BY.formatted("to_id"));
    static final String BLOCKED = PAGE.formatted("to_id", "block", "from_id", "");

    private final JdbcOperations jdbc;

    ListRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The followers of a user, without those that block the viewer. */
    List<ListedPerson> followers(UUID userId, UUID viewerId, TimeCursor after, int rows) {
        return page(FOLLOWERS, rows, userId, after, viewerId, userId, viewerId);
    }

    /** The users that a user follows, without those that block the viewer. */
    List<ListedPerson> following(UUID userId, UUID viewerId, TimeCursor after, int rows) {
        return page(FOLLOWING, rows, userId, after, viewerId, userId, viewerId);
    }

    /** The users that a user blocks. */
    List<ListedPerson> blocked(UUID userId, TimeCursor after, int rows) {
        return page(BLOCKED, rows, userId, after);
    }

    private List<ListedPerson> page(
            String sql, int rows, UUID userId, TimeCursor after, UUID... seenBy) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                int column = 0;
                query.setObject(++column, userId);
                query.setObject(++column, after.at().atOffset(ZoneOffset.UTC));
                query.setObject(++column, after.id());
                for (UUID id : seenBy) {
                    query.setObject(++column, id);
                }
                query.setInt(++column, rows);
                return readUsers(query);
            }
        });
    }

    private static List<ListedPerson> readUsers(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            List<ListedPerson> listed = new ArrayList<>();
            while (row.next()) {
                listed.add(
                        new ListedPerson(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, OffsetDateTime.class).toInstant()));
            }
            return listed;
        }
    }
}
