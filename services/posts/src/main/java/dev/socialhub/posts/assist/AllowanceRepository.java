package dev.socialhub.posts.assist;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;

/** How many texts each user had generated on each day. */
@Singleton
class AllowanceRepository {

    private static final String TAKE =
            "insert into assist_usage as u (user_id, day, used)"
                    + " select a.user_id, ?, 1 from author a where a.user_id = ? for key share of a"
                    + " on conflict (user_id, day) do update set used = u.used + 1"
                    + " where u.used < ?";

    private static final String REMOVE = "delete from assist_usage where user_id = ?";

    private static final String COUNT = "select count(*) from assist_usage where user_id = ?";

    private final JdbcOperations jdbc;

    AllowanceRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one more text; whether the user may have it. Exact with concurrent requests. */
    @Transactional
    boolean take(UUID userId, LocalDate day, int limit) {
        return jdbc.execute(
                connection -> SqlStatement.on(connection, TAKE, day, userId, limit).updateOne());
    }

    @Transactional
    void remove(UUID userId) {
        jdbc.execute(connection -> SqlStatement.on(connection, REMOVE, userId).update());
    }

    @Transactional
    long count(UUID userId) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, COUNT, userId).only(row -> row.number(1)));
    }
}
