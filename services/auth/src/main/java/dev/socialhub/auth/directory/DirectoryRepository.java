package dev.socialhub.auth.directory;

import dev.socialhub.shared.sql.SqlRow;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accounts of every status, with their sessions. */
@Singleton
final class DirectoryRepository {

    private static final String SELECT =
            "select a.id, a.username, a.name, a.email, a.status, a.roles, a.version, a.created_at,"
                    + " a.deleted_at, s.open, s.last_used_at from account a cross join lateral"
                    + " (select count(*) as open, max(last_used_at) as last_used_at from session"
                    + " where user_id = a.id and expires_at > now()) s where ";

    private static final String PAGE =
            SELECT
                    + "a.id > ? and (?::text is null or a.status = ?) and (?::text is null"
                    + " or a.username ilike ? or a.name ilike ? or a.email ilike ?)"
                    + " order by a.id limit ?";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcOperations jdbc;

    DirectoryRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The accounts that match, in the order of their ids. */
    List<AccountEntry> page(DirectoryQuery wanted, int rows) {
        String text = wanted.query();
        String part = text == null ? null : "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
        UUID after = wanted.after();
        return jdbc.execute(connection ->
                SqlStatement.on(
                                connection,
                                PAGE,
                                after == null ? BEFORE_ALL : after,
                                wanted.status(),
                                wanted.status(),
                                part,
                                part,
                                part,
                                part,
                                rows)
                        .list(DirectoryRepository::entry));
    }

    Optional<AccountEntry> byId(UUID id) {
        return find("a.id = ?", id);
    }

    Optional<AccountEntry> byUsername(String username) {
        return find("a.username = ?", username);
    }

    private Optional<AccountEntry> find(String condition, Object value) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, SELECT + condition, value)
                        .first(DirectoryRepository::entry));
    }

    private static AccountEntry entry(SqlRow row) throws SQLException {
        return new AccountEntry(
                row.uuid(1),
                row.text(2),
                row.textOrNull(3),
                row.textOrNull(4),
                row.text(5),
                row.texts(6),
                row.number(7),
                row.time(8),
                row.timeOrNull(9),
                row.integer(10),
                row.timeOrNull(11));
    }
}
