package dev.socialhub.auth.deletion;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All tables that hold data of a user. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountErasureRepository {

    /**
     * Erases everything of an account except its id and its username. Waits for a transaction that
     * is opening a session, so that its session is ended too.
     *
     * @return the account's last version; empty when there was nothing to erase
     */
    @Query(
            """
            update account set status = 'deleted', email = null, name = null,
            password_hash = null, roles = '{}', version = version + 1, deleted_at = :at
            where id = :id and status <> 'deleted' returning version
            """)
    Optional<Long> eraseAccount(UUID id, Instant at);

    @Query("delete from session where user_id = :userId")
    void endSessions(UUID userId);

    @Query("delete from signup_key where user_id = :userId")
    void forgetSignUpKeys(UUID userId);
}
