package dev.socialhub.auth.signup;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The table of sign-up keys. */
@Singleton
final class SignUpKeyRepository implements SignUpKeys {

    private static final String FIND =
            "select key, fingerprint, user_id, created_at from signup_key"
                    + " where key = ? and created_at > ?";

    /** A key whose day is over counts as free, even before it is removed. */
    private static final String CLAIM =
            "insert into signup_key (key, fingerprint, user_id, created_at) values (?, ?, ?, ?)"
                    + " on conflict (key) do update set fingerprint = excluded.fingerprint,"
                    + " user_id = excluded.user_id, created_at = excluded.created_at"
                    + " where signup_key.created_at <= ?";

    private static final String REMOVE_EXPIRED =
            "delete from signup_key where key = any (array(select key from signup_key"
                    + " where created_at <= ? limit ?))";

    private final JdbcOperations jdbc;
    private final Clock clock;

    SignUpKeyRepository(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<SignUpKey> find(String key) {
        return jdbc.execute(connection -> {
            try (PreparedStatement query = connection.prepareStatement(FIND)) {
                query.setString(1, key);
                query.setObject(2, oldest());
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? Optional.of(
                                    new SignUpKey(
                                            row.getString(1),
                                            row.getBytes(2),
                                            row.getObject(3, UUID.class),
                                            row.getObject(4, OffsetDateTime.class).toInstant()))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public boolean claim(SignUpKey key) {
        return jdbc.execute(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setString(1, key.key());
                claim.setBytes(2, key.fingerprint());
                claim.setObject(3, key.userId());
                claim.setObject(4, key.createdAt().atOffset(ZoneOffset.UTC));
                claim.setObject(5, oldest());
                return claim.executeUpdate() == 1;
            }
        });
    }

    /** Removes at most this many keys whose day is over; returns how many were removed. */
    int removeExpired(int limit) {
        return jdbc.execute(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(REMOVE_EXPIRED)) {
                delete.setObject(1, oldest());
                delete.setInt(2, limit);
                return delete.executeUpdate();
            }
        });
    }

    private OffsetDateTime oldest() {
        return clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
    }
}
