package dev.socialhub.auth.account;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of accounts. Queries find only active accounts. */
@Singleton
final class AccountRepository implements Accounts {

    /**
     * The expression of the unique index, which folds A to Z alone, like {@link
     * EmailAddress#folded()}.
     */
    private static final String SAME_EMAIL =
            "lower(email collate \"C\") = lower(?::text collate \"C\")";

    /**
     * A sign-up that conflicts with a concurrent one waits here until that one ends, and then adds
     * nothing.
     */
    private static final String ADD =
            "insert into account"
                    + " (id, username, email, name, password_hash, roles, version, created_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    private static final String REPLACE_HASH =
            "update account set password_hash = ? where id = ? and password_hash = ?";

    private static final String TAKEN =
            "select exists (select 1 from account where username = ?),"
                    + " exists (select 1 from account where "
                    + SAME_EMAIL
                    + ")";

    private static final String IS_TAKEN = "select 1 from account where username = ?";

    private static final String FIND =
            "select id, username, email, name, password_hash, roles, version, created_at"
                    + " from account where status = 'active' and ";

    private final JdbcOperations jdbc;

    AccountRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Account account) {
        return jdbc.execute(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                insert.setObject(1, account.id());
                insert.setString(2, account.username().value());
                insert.setString(3, account.email().value());
                insert.setString(4, account.name());
                insert.setString(5, account.passwordHash());
                insert.setArray(6, connection.createArrayOf("text", account.roles().toArray()));
                insert.setLong(7, account.version());
                insert.setObject(8, account.createdAt().atOffset(ZoneOffset.UTC));
                return insert.executeUpdate() == 1;
            }
        });
    }

    @Override
    public void replaceHash(Account account, String hash) {
        jdbc.execute(connection -> {
            try (PreparedStatement update = connection.prepareStatement(REPLACE_HASH)) {
                update.setString(1, hash);
                update.setObject(2, account.id());
                update.setString(3, account.passwordHash());
                return update.executeUpdate();
            }
        });
    }

    @Override
    public Optional<Taken> taken(Username username, EmailAddress email) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(TAKEN)) {
                query.setString(1, username.value());
                query.setString(2, email.value());
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return Optional.of(Taken.USERNAME);
                    }
                    return row.getBoolean(2) ? Optional.of(Taken.EMAIL) : Optional.empty();
                }
            }
        });
    }

    @Override
    public boolean isTaken(Username username) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(IS_TAKEN)) {
                query.setString(1, username.value());
                try (ResultSet row = query.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    @Override
    public Optional<Account> byId(UUID id) {
        return find("id = ?", id);
    }

    @Override
    public Optional<Account> byUsername(Username username) {
        return find("username = ?", username.value());
    }

    @Override
    public Optional<Account> byEmail(EmailAddress email) {
        return find(SAME_EMAIL, email.value());
    }

    private Optional<Account> find(String condition, Object value) {
        return jdbc.execute(connection -> find(connection, FIND + condition, value));
    }

    private static Optional<Account> find(Connection connection, String sql, Object value)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, value);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(account(row)) : Optional.empty();
            }
        }
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                new Username(row.getString("username")),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                row.getString("password_hash"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
