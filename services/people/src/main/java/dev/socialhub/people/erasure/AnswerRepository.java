package dev.socialhub.people.erasure;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The answers that the kit stores for repeated requests. */
@Singleton
class AnswerRepository {

    private static final String REMOVE = "delete from idempotency where user_id = ?";

    private final JdbcOperations jdbc;

    AnswerRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Removes all answers to a user. */
    void removeOf(UUID userId) {
        jdbc.execute(connection -> SqlStatement.on(connection, REMOVE, userId).update());
    }
}
