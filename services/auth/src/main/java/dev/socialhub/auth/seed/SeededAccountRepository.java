package dev.socialhub.auth.seed;

import dev.socialhub.contracts.seed.SharedPassword;
import dev.socialhub.shared.identity.Roles;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Inserts accounts of sample users, a batch in one statement. */
@Singleton
final class SeededAccountRepository {

    /** In the order of ids, so that two batches never deadlock. */
    private static final String ADD =
            "insert into account"
                    + " (id, username, email, name, password_hash, roles, version, created_at)"
                    + " select s.id, s.username, s.email, s.name, ?, ?::text[], 1,"
                    + " timestamptz 'epoch' + s.at * interval '1 millisecond'"
                    + " from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[])"
                    + " s (id, username, email, name, at) order by s.id on conflict do nothing";

    private static final String CONFLICT =
            "select s.username, exists (select 1 from account a where a.username = s.username)"
                    + " from unnest(?::uuid[], ?::text[]) s (id, username)"
                    + " where not exists (select 1 from account a where a.id = s.id)"
                    + " order by s.username limit 1";

    private final JdbcOperations jdbc;

    SeededAccountRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the accounts whose id, name and address are all unused; returns how many. */
    int add(List<SeededAccount> batch) {
        return jdbc.execute(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                insert.setString(1, SharedPassword.HASH);
                insert.setArray(2, connection.createArrayOf("text", new String[] {Roles.USER}));
                insert.setArray(
                        3, connection.createArrayOf("uuid", column(batch, SeededAccount::id)));
                insert.setArray(
                        4,
                        connection.createArrayOf("text", column(batch, SeededAccount::username)));
                insert.setArray(
                        5, connection.createArrayOf("text", column(batch, SeededAccount::email)));
                insert.setArray(
                        6,
                        connection.createArrayOf("text", column(batch, SeededAccount::keptName)));
                insert.setArray(
                        7,
                        connection.createArrayOf(
                                "bigint", column(batch, SeededAccount::createdAtMillis)));
                return insert.executeUpdate();
            }
        });
    }

    /** An account that could not be added because another one has its name or address. */
    Optional<Conflict> conflict(List<SeededAccount> batch) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(CONFLICT)) {
                query.setArray(
                        1, connection.createArrayOf("uuid", column(batch, SeededAccount::id)));
                query.setArray(
                        2,
                        connection.createArrayOf("text", column(batch, SeededAccount::username)));
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Conflict(row.getString(1), row.getBoolean(2)))
                            : Optional.empty();
                }
            }
        });
    }

    private static Object[] column(
            List<SeededAccount> batch, Function<SeededAccount, Object> value) {
        return batch.stream().map(value).toArray();
    }

    /**
     * Why an account could not be added.
     *
     * @param nameTaken true if the username is taken; false if the address is
     */
    record Conflict(String username, boolean nameTaken) {}
}
