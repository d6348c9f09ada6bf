package dev.socialhub.users.count;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The counts, compared with the edges that they count. */
@Singleton
class RecountRepository {

    private static final String EDGES =
            "(select count(*) from edge e where e.kind = 'follow' and e.active"
                    + " and e.%s = p.user_id)";
    private static final String FOLLOWERS = EDGES.formatted("to_id");
    private static final String FOLLOWING = EDGES.formatted("from_id");

    private static final String WAITING =
            " left join lateral (select sum(followers) as followers, sum(following) as following"
                    + " from follow_delta where user_id = p.user_id) d on true";

    private static final String KNOWN =
            "(select %1$s as user_id from %2$s and %1$s > ? group by %1$s order by %1$s limit ?)";

    /** One statement, so that all values are of the same moment. */
    static final String COMPARE =
            "with p as ("
                    + String.join(
                            " union ",
                            KNOWN.formatted("user_id", "follow_count where true"),
                            KNOWN.formatted("user_id", "follow_delta where true"),
                            KNOWN.formatted("from_id", "edge where kind = 'follow' and active"),
                            KNOWN.formatted("to_id", "edge where kind = 'follow' and active"))
                    + " order by user_id limit ?)"
                    + " select p.user_id,"
                    + " coalesce(c.followers, 0) + coalesce(d.followers, 0),"
                    + " coalesce(c.following, 0) + coalesce(d.following, 0), "
                    + FOLLOWERS
                    + ", "
                    + FOLLOWING
                    + " from p left join follow_count c on c.user_id = p.user_id"
                    + WAITING
                    + " order by p.user_id";

    /**
     * Inserts missing rows and locks the others, both in the order in which deltas are folded. A
     * row that the condition excludes from the update is locked nevertheless.
     */
    private static final String LOCK =
            "insert into follow_count (user_id, followers, following)"
                    + " select p.user_id, 0, 0 from unnest(?::uuid[]) p (user_id) order by p.user_id"
                    + " on conflict (user_id) do update set followers = 0 where false";

    /**
     * Pending deltas can't be folded before the lock is released, and are added then. Counts that
     * are both 0 need no row.
     */
    private static final String SETTLE =
            "with due as (select p.user_id, "
                    + FOLLOWERS
                    + " - coalesce(d.followers, 0) as followers, "
                    + FOLLOWING
                    + " - coalesce(d.following, 0) as following from unnest(?::uuid[]) p (user_id)"
                    + WAITING
                    + "), emptied as (delete from follow_count c using due"
                    + " where c.user_id = due.user_id and due.followers = 0 and due.following = 0)"
                    + " update follow_count c set followers = due.followers,"
                    + " following = due.following from due where c.user_id = due.user_id"
                    + " and not (due.followers = 0 and due.following = 0)";

    private final JdbcOperations jdbc;

    RecountRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** All users after an id that have a count or a follow. */
    List<CountComparison> compare(UUID after, int people) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(COMPARE)) {
                int column = 0;
                for (int source = 0; source < 4; source++) {
                    query.setObject(++column, after);
                    query.setInt(++column, people);
                }
                query.setInt(++column, people);
                try (ResultSet row = query.executeQuery()) {
                    List<CountComparison> compared = new ArrayList<>();
                    while (row.next()) {
                        compared.add(
                                new CountComparison(
                                        row.getObject(1, UUID.class),
                                        new FollowCounts(row.getLong(2), row.getLong(3)),
                                        new FollowCounts(row.getLong(4), row.getLong(5))));
                    }
                    return compared;
                }
            }
        });
    }

    /**
     * Keeps pending deltas from being folded into these users' counts until the transaction ends.
     */
    void lock(Collection<UUID> people) {
        update(LOCK, people);
    }

    /** Sets the counts of locked users to what the edges add up to, minus their pending deltas. */
    void settle(Collection<UUID> people) {
        update(SETTLE, people);
    }

    private void update(String sql, Collection<UUID> people) {
        jdbc.execute(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setArray(1, uuids(update, people));
                return update.executeUpdate();
            }
        });
    }

    private static Array uuids(PreparedStatement statement, Collection<UUID> people)
            throws SQLException {
        return statement.getConnection().createArrayOf("uuid", people.toArray());
    }
}
