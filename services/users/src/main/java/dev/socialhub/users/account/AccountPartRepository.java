package dev.socialhub.users.account;

import dev.socialhub.contracts.account.PublishedAccount;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The columns of profiles that are taken from accounts. */
@Singleton
final class AccountPartRepository {

    private static final String LIST =
            "select user_id, username, name, created_at, account_version from profile"
                    + " where user_id > ? order by user_id limit ?";

    private static final String REPLACE =
            "update profile set username = ?, created_at = ?, account_version = ?"
                    + " where user_id = ? and username = ? and created_at = ?"
                    + " and account_version = ?";

    private final JdbcOperations jdbc;

    AccountPartRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The users after an id, in the order of ids. The name is the profile's, which its owner may
     * have edited.
     */
    List<PublishedAccount> list(UUID after, int most) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(LIST)) {
                query.setObject(1, after);
                query.setInt(2, most);
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

    /**
     * Replaces one account by another if it hasn't changed since it was read; returns 1 if so, else
     * 0.
     */
    int replace(PublishedAccount held, PublishedAccount owned) {
        return jdbc.execute(connection -> {
            try (PreparedStatement update = connection.prepareStatement(REPLACE)) {
                update.setString(1, owned.username());
                update.setObject(2, owned.createdAt().atOffset(ZoneOffset.UTC));
                update.setLong(3, owned.version());
                update.setObject(4, owned.id());
                update.setString(5, held.username());
                update.setObject(6, held.createdAt().atOffset(ZoneOffset.UTC));
                update.setLong(7, held.version());
                return update.executeUpdate();
            }
        });
    }
}
