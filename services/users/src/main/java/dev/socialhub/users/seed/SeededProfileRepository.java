package dev.socialhub.users.seed;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes profiles of generated users, a batch in one statement. */
@Singleton
final class SeededProfileRepository {

    /** Conflicts only with transactions that add a tombstone. */
    private static final String HOLD_OFF = "lock table deleted_user in share mode";

    private static final String ADD =
            "insert into profile (user_id, username, name, name_edited, headline, bio, location,"
                    + " skills, account_version, version, created_at, updated_at)"
                    + " select s.id, s.username, s.name, false, s.headline, s.bio, s.location,"
                    + " s.skills::text[], 1, 1, t.at, t.at"
                    + " from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],"
                    + " ?::text[], ?::text[], ?::bigint[])"
                    + " s (id, username, name, headline, bio, location, skills, millis),"
                    + " lateral (select timestamptz 'epoch' + s.millis * interval '1 millisecond')"
                    + " t (at)"
                    + " where not exists (select 1 from deleted_user d where d.user_id = s.id)"
                    + " order by s.id on conflict (user_id) do nothing";

    private static final String ABSENT =
            "select count(*) from unnest(?::uuid[]) s (id)"
                    + " where not exists (select 1 from profile p where p.user_id = s.id)";

    private final JdbcOperations jdbc;

    SeededProfileRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for erasures in progress, and prevents others until the transaction ends. One lock on
     * the table instead of one per user: thousands at once would fill the server's memory for
     * locks.
     */
    void holdOffErasures() {
        jdbc.execute(connection -> {
            try (PreparedStatement lock = connection.prepareStatement(HOLD_OFF)) {
                return lock.execute();
            }
        });
    }

    /** Adds the profiles that don't exist and whose user isn't deleted; returns how many. */
    int add(List<SeededProfile> batch) {
        return jdbc.execute(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                List<Function<SeededProfile, @Nullable Object>> texts =
                        List.of(
                                SeededProfile::username,
                                SeededProfile::name,
                                SeededProfile::headline,
                                SeededProfile::bio,
                                SeededProfile::location);
                insert.setArray(
                        1, connection.createArrayOf("uuid", column(batch, SeededProfile::userId)));
                for (int i = 0; i < texts.size(); i++) {
                    insert.setArray(
                            2 + i, connection.createArrayOf("text", column(batch, texts.get(i))));
                }
                insert.setArray(7, connection.createArrayOf("text", skills(connection, batch)));
                insert.setArray(
                        8,
                        connection.createArrayOf(
                                "bigint", column(batch, SeededProfile::createdAtMillis)));
                return insert.executeUpdate();
            }
        });
    }

    /** How many of the profiles don't exist. */
    int absent(List<SeededProfile> batch) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(ABSENT)) {
                query.setArray(
                        1, connection.createArrayOf("uuid", column(batch, SeededProfile::userId)));
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("a count has a row");
                    }
                    return row.getInt(1);
                }
            }
        });
    }

    /** Each list as the text of an array, since nested arrays must all have the same length. */
    private static Object[] skills(Connection connection, List<SeededProfile> batch)
            throws SQLException {
        Object[] column = new Object[batch.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] =
                    connection.createArrayOf("text", batch.get(i).skills().toArray()).toString();
        }
        return column;
    }

    private static @Nullable Object[] column(
            List<SeededProfile> batch, Function<SeededProfile, @Nullable Object> value) {
        return batch.stream().map(value).toArray();
    }
}
