package dev.socialhub.posts.erasure;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Removes the rows of reaction tables. */
@Singleton
final class ReactionRepository {

    private static final int AT_ONCE = 5_000;

    private final JdbcOperations jdbc;

    ReactionRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Removes some of a user's rows; returns how many, 0 once none is left. */
    int removeSomeOfUser(ReactionTable table, UUID userId) {
        return removeSome(table.removal("user_id"), userId);
    }

    /** Does the same with the rows of a post or comment. */
    int removeSomeOfTarget(ReactionTable table, UUID targetId) {
        return removeSome(table.removal(table.target()), targetId);
    }

    private int removeSome(String sql, UUID id) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, sql, id, AT_ONCE).only(row -> row.integer(1)));
    }

    long countOfUser(ReactionTable table, UUID userId) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, table.count(), userId).only(row -> row.number(1)));
    }
}
