package dev.socialhub.users.account;

import dev.socialhub.ops.person.PersonFacts;
import dev.socialhub.ops.person.StoredUserData;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data about a user in this service's tables, counted from the rows themselves. */
@Singleton
final class PersonFactsRepository implements PersonFacts {

    private static final List<String> FACTS =
            List.of("profile", "followers", "following", "blocks", "blocked by");

    private static final String EDGES =
            ", (select count(*) from edge where kind = '%s' and %s = p.id and active)";

    private static final String COUNT =
            "select (select deleted_at from deleted_user where user_id = p.id),"
                    + " (select count(*) from profile where user_id = p.id)"
                    + EDGES.formatted("follow", "to_id")
                    + EDGES.formatted("follow", "from_id")
                    + EDGES.formatted("block", "from_id")
                    + EDGES.formatted("block", "to_id")
                    + " from (select ?::uuid as id) p";

    private final JdbcOperations jdbc;

    PersonFactsRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public StoredUserData of(UUID userId) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(COUNT)) {
                query.setObject(1, userId);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return held(row);
                }
            }
        });
    }

    /** A user is erased in the same transaction that records the deletion. */
    private static StoredUserData held(ResultSet row) throws SQLException {
        Map<String, Long> facts = new LinkedHashMap<>();
        for (int i = 0; i < FACTS.size(); i++) {
            facts.put(FACTS.get(i), row.getLong(i + 2));
        }
        @Nullable OffsetDateTime deletedAt = row.getObject(1, OffsetDateTime.class);
        @Nullable Instant deletedInstant = deletedAt == null ? null : deletedAt.toInstant();
        return new StoredUserData(deletedInstant, deletedInstant != null, facts);
    }
}
