package dev.socialhub.auth.signup;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

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
        return jdbc.execute(connection ->
                SqlStatement.on(connection, FIND, key, oldest())
                        .first(row ->
                                new SignUpKey(
                                        row.text(1), row.bytes(2), row.uuid(3), row.time(4))));
    }

    @Override
    public boolean claim(SignUpKey key) {
        return jdbc.execute(connection ->
                SqlStatement.on(
                                connection,
                                CLAIM,
                                key.key(),
                                key.fingerprint(),
                                key.userId(),
                                key.createdAt(),
                                oldest())
                        .updateOne());
    }

    /** Removes at most this many keys whose day is over; returns how many were removed. */
    int removeExpired(int limit) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, REMOVE_EXPIRED, oldest(), limit).update());
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }
}
