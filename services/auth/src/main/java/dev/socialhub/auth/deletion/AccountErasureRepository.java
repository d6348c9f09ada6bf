package dev.socialhub.auth.deletion;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All tables that hold data of a user. */
@Singleton
class AccountErasureRepository {

    /** Waits for a transaction that is opening a session, so that its session is ended too. */
    private static final String ERASE_ACCOUNT =
            "update account set status = 'deleted', email = null, name = null,"
                    + " password_hash = null, roles = '{}', version = version + 1, deleted_at = ?"
                    + " where id = ? and status <> 'deleted' returning version";

    private static final String END_SESSIONS = "delete from session where user_id = ?";

    private static final String FORGET_KEYS = "delete from signup_key where user_id = ?";

    private final JdbcOperations jdbc;

    AccountErasureRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Erases everything of an account except its id and its username.
     *
     * @return the account's last version; empty when there was nothing to erase
     */
    Optional<Long> eraseAccount(UUID id, Instant at) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, ERASE_ACCOUNT, at, id).first(row -> row.number(1)));
    }

    void endSessions(UUID userId) {
        remove(END_SESSIONS, userId);
    }

    void forgetSignUpKeys(UUID userId) {
        remove(FORGET_KEYS, userId);
    }

    private void remove(String sql, UUID userId) {
        jdbc.execute(connection -> SqlStatement.on(connection, sql, userId).update());
    }
}
