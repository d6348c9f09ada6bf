package dev.socialhub.auth.key;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                lock.setLong(1, CREATION_LOCK);
                lock.execute();
            }
            if (all(connection).isEmpty()) {
                add(connection, first.get());
            }
            return all(connection);
        });
    }

    private static List<SealedKey> all(Connection connection) throws SQLException {
        List<SealedKey> keys = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(ALL);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                keys.add(
                        new SealedKey(
                                row.getString("id"),
                                row.getBytes("sealed"),
                                row.getObject("created_at", OffsetDateTime.class).toInstant()));
            }
        }
        return keys;
    }

    private static void add(Connection connection, SealedKey key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, key.id());
            insert.setBytes(2, key.sealed());
            insert.setObject(3, key.createdAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
