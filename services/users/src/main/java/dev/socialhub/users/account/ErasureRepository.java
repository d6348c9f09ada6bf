package dev.socialhub.users.account;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** All rows about a user in this service's tables. */
@Singleton
final class ErasureRepository {

    private static final String REMEMBER =
            "insert into deleted_user (user_id, deleted_at) values (?, ?) on conflict do nothing";

    /** The counts of the users at the other ends are reduced by the removed edges. */
    private static final String REMOVE_EDGES =
            "with removed as (delete from edge where kind in ('block', 'follow')"
                    + " and (from_id = ? or to_id = ?) returning kind, from_id, to_id, active),"
                    + " ends as (select case when from_id = ? then to_id else from_id end as other,"
                    + " case when from_id = ? then -1 else 0 end as followers,"
                    + " case when from_id = ? then 0 else -1 end as following"
                    + " from removed where kind = 'follow' and active),"
                    + " counted as (insert into follow_delta (user_id, followers, following)"
                    + " select other, followers, following from ends)"
                    + " select distinct other from ends";

    private static final List<String> REMOVE_PERSON =
            List.of(
                    "delete from follow_delta where user_id = ?",
                    "delete from follow_count where user_id = ?",
                    "delete from idempotency where user_id = ?",
                    "delete from profile where user_id = ?");

    private final JdbcOperations jdbc;

    ErasureRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void remember(UUID userId, Instant deletedAt) {
        jdbc.execute(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
                insert.setObject(1, userId);
                insert.setObject(2, deletedAt.atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
    }

    /**
     * Removes a user's edges, in both directions.
     *
     * @return the users whose counts have changed
     */
    List<UUID> removeEdges(UUID userId) {
        return jdbc.execute(connection -> {
            try (PreparedStatement remove = connection.prepareStatement(REMOVE_EDGES)) {
                for (int i = 1; i <= 5; i++) {
                    remove.setObject(i, userId);
                }
                try (ResultSet row = remove.executeQuery()) {
                    List<UUID> others = new ArrayList<>();
                    while (row.next()) {
                        others.add(row.getObject(1, UUID.class));
                    }
                    return others;
                }
            }
        });
    }

    void removePerson(UUID userId) {
        for (String sql : REMOVE_PERSON) {
            jdbc.execute(connection -> {
                try (PreparedStatement remove = connection.prepareStatement(sql)) {
                    remove.setObject(1, userId);
                    return remove.executeUpdate();
                }
            });
        }
    }
}
