package dev.socialhub.auth.session;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The table of sessions. */
@Singleton
final class SessionRepository implements Sessions {

    private static final String ADD =
            "insert into session"
                    + " (id, user_id, family, generation, user_agent,"
                    + " created_at, last_used_at, expires_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String REMOVE_EXPIRED =
            "delete from session where id = any (array(select id from session"
                    + " where expires_at < now() limit ?))";

    private final JdbcOperations jdbc;

    SessionRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Session session) {
        jdbc.execute(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                OffsetDateTime createdAt = session.createdAt().atOffset(ZoneOffset.UTC);
                insert.setObject(1, session.id());
                insert.setObject(2, session.userId());
                insert.setObject(3, session.family());
                insert.setInt(4, session.generation());
                insert.setString(5, session.userAgent());
                insert.setObject(6, createdAt);
                insert.setObject(7, createdAt);
                insert.setObject(8, session.expiresAt().atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
    }

    /** Removes up to so many sessions that are over, and says how many there were. */
    int removeExpired(int limit) {
        return jdbc.execute(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(REMOVE_EXPIRED)) {
                delete.setInt(1, limit);
                return delete.executeUpdate();
            }
        });
    }
}
