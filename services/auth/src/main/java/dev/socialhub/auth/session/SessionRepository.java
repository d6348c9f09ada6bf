package dev.socialhub.auth.session;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The table of sessions. */
@Singleton
final class SessionRepository implements Sessions {

    /** Waits for a concurrent deletion of the account, and then adds nothing. */
    private static final String ADD =
            "insert into session"
                    + " (id, user_id, family, generation, user_agent,"
                    + " created_at, last_used_at, expires_at)"
                    + " select ?, id, ?, ?, ?, ?, ?, ? from account"
                    + " where id = ? and status = 'active' for share";

    private static final String REMOVE_EXPIRED =
            "delete from session where id = any (array(select id from session"
                    + " where expires_at < now() limit ?))";

    private final JdbcOperations jdbc;

    SessionRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Session session) {
        return jdbc.execute(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                OffsetDateTime createdAt = session.createdAt().atOffset(ZoneOffset.UTC);
                insert.setObject(1, session.id());
                insert.setObject(2, session.family());
                insert.setInt(3, session.generation());
                insert.setString(4, session.userAgent());
                insert.setObject(5, createdAt);
                insert.setObject(6, createdAt);
                insert.setObject(7, session.expiresAt().atOffset(ZoneOffset.UTC));
                insert.setObject(8, session.userId());
                return insert.executeUpdate() == 1;
            }
        });
    }

    /** Removes at most this many expired sessions; returns how many were removed. */
    int removeExpired(int limit) {
        return jdbc.execute(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(REMOVE_EXPIRED)) {
                delete.setInt(1, limit);
                return delete.executeUpdate();
            }
        });
    }
}
