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

    /** In the order of users, so that two concurrent folds can't deadlock. */
    static final String FOLD =
            "with batch as (delete from follow_delta where id = any (array(select id from"
                    + " follow_delta order by id limit ? for update skip locked))"
                    + " returning user_id, followers, following),"
                    + " folded as (insert into follow_count as c (user_id, followers, following)"
                    + " select user_id, sum(followers), sum(following) from batch"
                    + " group by user_id order by user_id"
                    + " on conflict (user_id) do update set"
                    + " followers = c.followers + excluded.followers,"
                    + " following = c.following + excluded.following)"
                    + " select count(*) from batch";

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

    /**
     * Folds pending deltas into the counts, all in one statement: after a crash a batch is folded
     * completely or not at all.
     *
     * @return how many deltas there were
     */
    int fold(int limit) {
        return jdbc.execute(
                connection -> SqlStatement.on(connection, FOLD, limit).only(row -> row.integer(1)));
    }
}
