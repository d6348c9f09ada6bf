package dev.socialhub.posts.user;

import dev.socialhub.ops.person.PersonFacts;
import dev.socialhub.ops.person.StoredUserData;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service's tables store about a user. */
@Singleton
class PersonFactsRepository implements PersonFacts {

    private static final List<String> FACTS = List.of("posts", "deleted posts", "name", "edges");

    private static final String COUNT =
            "select d.deleted_at, d.erased_at is not null,"
                    + " (select count(*) from post where author_id = p.id and deleted_at is null),"
                    + " (select count(*) from post where author_id = p.id"
                    + " and deleted_at is not null),"
                    + " (select count(*) from author where user_id = p.id),"
                    + " (select count(*) from edge where kind in ('block', 'follow')"
                    + " and from_id = p.id) + (select count(*) from edge where to_id = p.id)"
                    + " from (select ?::uuid as id) p left join deleted_user d on d.user_id = p.id";

    private final TransactionOperations<Connection> transactions;

    PersonFactsRepository(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @Override
    public StoredUserData of(UUID userId) {
        return transactions.executeRead(status -> {
            try (PreparedStatement query = status.getConnection().prepareStatement(COUNT)) {
                query.setObject(1, userId);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return held(row);
                }
            }
        });
    }

    private static StoredUserData held(ResultSet row) throws SQLException {
        Map<String, Long> facts = new LinkedHashMap<>();
        for (int i = 0; i < FACTS.size(); i++) {
            facts.put(FACTS.get(i), row.getLong(i + 3));
        }
        @Nullable OffsetDateTime deletedAt = row.getObject(1, OffsetDateTime.class);
        return new StoredUserData(
                deletedAt == null ? null : deletedAt.toInstant(), row.getBoolean(2), facts);
    }
}
