package dev.socialhub.auth.directory;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(PAGE)) {
                UUID after = wanted.after();
                query.setObject(1, after == null ? BEFORE_ALL : after);
                query.setString(2, wanted.status());
                query.setString(3, wanted.status());
                for (int parameter = 4; parameter <= 7; parameter++) {
                    query.setString(parameter, part);
                }
                query.setInt(8, rows);
                return entries(query);
            }
        });
    }

    Optional<AccountEntry> byId(UUID id) {
        return find("a.id = ?", id);
    }

    Optional<AccountEntry> byUsername(String username) {
        return find("a.username = ?", username);
    }

    private Optional<AccountEntry> find(String condition, Object value) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SELECT + condition)) {
                query.setObject(1, value);
                return entries(query).stream().findFirst();
            }
        });
    }

    private static List<AccountEntry> entries(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            List<AccountEntry> entries = new ArrayList<>();
            while (row.next()) {
                entries.add(
                        new AccountEntry(
                                row.getObject("id", UUID.class),
                                row.getString("username"),
                                row.getString("name"),
                                row.getString("email"),
                                row.getString("status"),
                                List.of((String[]) row.getArray("roles").getArray()),
                                row.getLong("version"),
                                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                                time(row, "deleted_at"),
                                row.getInt("open"),
                                time(row, "last_used_at")));
            }
            return entries;
        }
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
