package dev.socialhub.auth.session;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

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
        return jdbc.execute(connection ->
                SqlStatement.on(
                                connection,
                                ADD,
                                session.id(),
                                session.family(),
                                session.generation(),
                                session.userAgent(),
                                session.createdAt(),
                                session.createdAt(),
                                session.expiresAt(),
                                session.userId())
                        .updateOne());
    }

    /** Removes at most this many expired sessions; returns how many were removed. */
    int removeExpired(int limit) {
        return jdbc.execute(
                connection -> SqlStatement.on(connection, REMOVE_EXPIRED, limit).update());
    }
}
