package dev.socialhub.loadtest.probe.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A page of the users that a user with a thousand followees follows. */
public final class FollowingListWork implements SqlWork {

    static final String PROFILES =
            "insert into profile (user_id, username, name, name_edited, headline, bio, location,"
                    + " skills, account_version, version, created_at, updated_at) select "
                    + ProbeUsers.ID
                    + ", 'load_' || n, 'Load Tester', false, null, null, null, '{}', 1, 1, now(),"
                    + " now() from generate_series(1, "
                    + ProbeUsers.COUNT
                    + ") n";

    /** A page, and one row more, which shows whether there is another page. */
    private static final int ROWS = 21;

    private static final UUID LIST_OWNER = ProbeUsers.id(0);
    private static final OffsetDateTime END =
            OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    @Override
    public String name() {
        return "following-sql";
    }

    @Override
    public String service() {
        return "users";
    }

    @Override
    public List<String> tables() {
        return List.of("profile", "edge");
    }

    @Override
    public List<String> rows() {
        return List.of(
                PROFILES,
                "insert into edge (kind, from_id, to_id, active, version, changed_at)"
                        + " select 'follow', '"
                        + LIST_OWNER
                        + "', "
                        + ProbeUsers.ID
                        + ", true, 1, now() - n * interval '1 second'"
                        + " from generate_series(2, 1001) n");
    }

    @Override
    public Turn prepare(Connection connection) throws SQLException {
        Statements sql = Statements.of(name());
        PreparedStatement page = sql.prepare(connection, "page");
        return number -> page(page, ProbeUsers.id(number + 1));
    }

    private static void page(PreparedStatement page, UUID viewer) throws SQLException {
        page.setObject(1, LIST_OWNER);
        page.setObject(2, END);
        page.setObject(3, LIST_OWNER);
        page.setObject(4, viewer);
        page.setObject(5, LIST_OWNER);
        page.setObject(6, viewer);
        page.setInt(7, ROWS);
        try (ResultSet row = page.executeQuery()) {
            int rows = 0;
            while (row.next()) {
                row.getObject(1, UUID.class);
                row.getString(2);
                row.getString(3);
                row.getString(4);
                row.getObject(5, OffsetDateTime.class);
                rows++;
            }
            if (rows != ROWS) {
                throw new SQLException("a page has " + rows + " rows");
            }
        }
    }
}
