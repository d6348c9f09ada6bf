package dev.socialhub.auth.key;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/** The table of signing keys. */
@Singleton
class SigningKeyRepository implements StoredKeys {

    /** An arbitrary number; no other code may use it as a lock in this database. */
    private static final long CREATION_LOCK = 7_046_029_254_386_353_131L;

    private static final String LOCK = "select pg_advisory_xact_lock(?)";
    private static final String ADD =
            "insert into signing_key (id, sealed, created_at) values (?, ?, ?)";
    private static final String ALL =
            "select id, sealed, created_at from signing_key order by created_at, id";

    private final JdbcOperations jdbc;

    SigningKeyRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SealedKey> all() {
        return jdbc.execute(SigningKeyRepository::all);
    }

    @Override
    @Transactional
    public List<SealedKey> allOrFirst(Supplier<SealedKey> first) {
        return jdbc.execute(connection -> {
            SqlStatement.on(connection, LOCK, CREATION_LOCK).run();
            if (all(connection).isEmpty()) {
                add(connection, first.get());
            }
            return all(connection);
        });
    }

    private static List<SealedKey> all(Connection connection) throws SQLException {
        return SqlStatement.on(connection, ALL)
                .list(row -> new SealedKey(row.text(1), row.bytes(2), row.time(3)));
    }

    private static void add(Connection connection, SealedKey key) throws SQLException {
        SqlStatement.on(connection, ADD, key.id(), key.sealed(), key.createdAt()).update();
    }
}
