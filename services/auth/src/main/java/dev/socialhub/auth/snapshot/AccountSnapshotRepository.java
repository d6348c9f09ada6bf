package dev.socialhub.auth.snapshot;

import dev.socialhub.contracts.account.PublishedAccount;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Active accounts in the order of their ids. */
@Singleton
final class AccountSnapshotRepository {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String PAGE =
            "select id, username, name, created_at, version from account"
                    + " where status = 'active' and id > ? order by id limit ?";

    private final JdbcOperations jdbc;

    AccountSnapshotRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    List<PublishedAccount> page(@Nullable UUID after, int rows) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(PAGE)) {
                query.setObject(1, after == null ? BEFORE_ALL : after);
                query.setInt(2, rows);
                try (ResultSet row = query.executeQuery()) {
                    List<PublishedAccount> accounts = new ArrayList<>();
                    while (row.next()) {
                        accounts.add(
                                new PublishedAccount(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getObject(4, OffsetDateTime.class).toInstant(),
                                        row.getLong(5)));
                    }
                    return accounts;
                }
            }
        });
    }
}
