package dev.socialhub.users.count;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The folded counts, and the deltas that are not folded yet. */
@Singleton
public final class FollowCountRepository {

    private static final String FIND =
            "select coalesce(sum(followers), 0), coalesce(sum(following), 0) from ("
                    + "select followers, following from follow_count where user_id = ?"
                    + " union all select followers, following from follow_delta where user_id = ?)"
                    + " n";

    private final JdbcOperations jdbc;

    FollowCountRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Exact: one statement sees every delta either pending or folded. */
    public FollowCounts of(UUID userId) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, FIND, userId, userId)
                        .only(row -> new FollowCounts(row.number(1), row.number(2))));
    }
}
