package dev.socialhub.users.erasure;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** The rows about one user in this service's tables. */
@Singleton
final class UserDataRepository {

    private static final String SOME_EDGES =
            "delete from edge where ctid = any (array(select ctid from edge where kind = '%s'"
                    + " and (from_id = ? or to_id = ?) limit ?))";

    private static final String REMOVE_BLOCKS = SOME_EDGES.formatted("block");

    /** The counts of the users at the other ends are reduced by the removed edges. */
    private static final String REMOVE_FOLLOWS =
            "with removed as ("
                    + SOME_EDGES.formatted("follow")
                    + " returning from_id, to_id, active),"
                    + " ends as (select case when from_id = ? then to_id else from_id end as other,"
                    + " case when from_id = ? then -1 else 0 end as followers,"
                    + " case when from_id = ? then 0 else -1 end as following, active"
                    + " from removed),"
                    + " counted as (insert into follow_delta (user_id, followers, following)"
                    + " select other, followers, following from ends where active)"
                    + " select other from ends";

    private static final String REMOVE_PROFILE = "delete from profile where user_id = ?";

    /** In the order in which deltas are folded. */
    private static final List<String> REMOVE_COUNTS =
            List.of(
                    "delete from follow_delta where user_id = ?",
                    "delete from follow_count where user_id = ?");

    private static final String COUNT_PROFILES = "select count(*) from profile where user_id = ?";

    private static final String COUNT_EDGES =
            "select count(*) from edge where kind = '%s' and %s = ? and active";

    private final JdbcOperations jdbc;

    UserDataRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void removeProfile(UUID userId) {
        remove(REMOVE_PROFILE, userId);
    }

    void removeCounts(UUID userId) {
        REMOVE_COUNTS.forEach(sql -> remove(sql, userId));
    }

    /**
     * Removes follows in both directions, at most this many.
     *
     * @return the user at the other end of each removed one
     */
    List<UUID> removeFollows(UUID userId, int most) {
        return jdbc.execute(connection ->
                SqlStatement.on(
                                connection,
                                REMOVE_FOLLOWS,
                                userId,
                                userId,
                                most,
                                userId,
                                userId,
                                userId)
                        .list(row -> row.uuid(1)));
    }

    /** Removes blocks in both directions, at most this many; returns how many were removed. */
    int removeBlocks(UUID userId, int most) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, REMOVE_BLOCKS, userId, userId, most).update());
    }

    long countProfiles(UUID userId) {
        return count(COUNT_PROFILES, userId);
    }

    /** How many users the user follows, or blocks. */
    long countFrom(UUID userId, EdgeKind kind) {
        return count(COUNT_EDGES.formatted(kind.wireName(), "from_id"), userId);
    }

    /** How many users follow, or block, the user. */
    long countTo(UUID userId, EdgeKind kind) {
        return count(COUNT_EDGES.formatted(kind.wireName(), "to_id"), userId);
    }

    private void remove(String sql, UUID userId) {
        jdbc.execute(connection -> SqlStatement.on(connection, sql, userId).update());
    }

    private long count(String sql, UUID userId) {
        return jdbc.execute(
                connection -> SqlStatement.on(connection, sql, userId).only(row -> row.number(1)));
    }
}
