package dev.socialhub.people.erasure;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.util.UUID;

/** The answers that the kit stores for repeated requests. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AnswerRepository {

    /** Removes all answers to a user. */
    @Query("delete from idempotency where user_id = :userId")
    void removeOf(UUID userId);
}
