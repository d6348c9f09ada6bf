package dev.socialhub.users.account;

import dev.socialhub.contracts.account.Account;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What profiles have from their accounts. */
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

    /** The people behind one, in the order of their ids; under the names that they chose. */
    List<Account> list(UUID after, int most) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(LIST)) {
                query.setObject(1, after);
                query.setInt(2, most);
                try (ResultSet row = query.executeQuery()) {
                    List<Account> accounts = new ArrayList<>();
                    while (row.next()) {
                        accounts.add(
                                new Account(
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

    /** Puts one account in place of another that is still as it was found; 1 when it was. */
    int replace(Account held, Account owned) {
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
