package dev.socialhub.auth.account;

import dev.socialhub.shared.sql.SqlRow;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.SQLException;
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
        return jdbc.execute(connection ->
                SqlStatement.on(
                                connection,
                                ADD,
                                account.id(),
                                account.username().value(),
                                account.email().value(),
                                account.name(),
                                account.passwordHash(),
                                SqlStatement.array("text", account.roles()),
                                account.version(),
                                account.createdAt())
                        .updateOne());
    }

    @Override
    public void replaceHash(Account account, String hash) {
        jdbc.execute(connection ->
                SqlStatement.on(
                                connection,
                                REPLACE_HASH,
                                hash,
                                account.id(),
                                account.passwordHash())
                        .update());
    }

    @Override
    public Optional<Taken> taken(Username username, EmailAddress email) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, TAKEN, username.value(), email.value())
                        .only(AccountRepository::taken));
    }

    private static Optional<Taken> taken(SqlRow row) throws SQLException {
        if (row.flag(1)) {
            return Optional.of(Taken.USERNAME);
        }
        return row.flag(2) ? Optional.of(Taken.EMAIL) : Optional.empty();
    }

    @Override
    public boolean isTaken(Username username) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, IS_TAKEN, username.value())
                        .first(row -> row.integer(1))
                        .isPresent());
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
        return jdbc.execute(connection ->
                SqlStatement.on(connection, FIND + condition, value)
                        .first(AccountRepository::account));
    }

    private static Account account(SqlRow row) throws SQLException {
        return new Account(
                row.uuid(1),
                new Username(row.text(2)),
                new EmailAddress(row.text(3)),
                row.text(4),
                row.text(5),
                row.texts(6),
                row.number(7),
                row.time(8));
    }
}
