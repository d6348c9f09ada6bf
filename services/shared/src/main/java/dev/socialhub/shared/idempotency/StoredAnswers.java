package dev.socialhub.shared.idempotency;

import dev.socialhub.shared.idempotency.Idempotency.RequestName;
import dev.socialhub.shared.idempotency.Idempotency.StoredAnswer;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** The table of first answers. */
@Singleton
@Requires(beans = TransactionOperations.class)
final class StoredAnswers {

    private static final Argument<Map<String, String>> HEADERS =
            Argument.mapOf(String.class, String.class);

    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended(? || ' ' || ? || ' ' || ?, 0))";
    private static final String FIND =
            "select fingerprint, status, headers, body from idempotency"
                    + " where user_id = ? and route = ? and key = ?";
    private static final String ADD =
            "insert into idempotency (user_id, route, key, fingerprint, status, headers, body)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";

    private final JsonMapper json;

    StoredAnswers(JsonMapper json) {
        this.json = json;
    }

    /**
     * Whether no other transaction handles this request; the lock lasts until the transaction ends.
     */
    boolean lock(Connection connection, RequestName name) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, name.userId().toString());
            lock.setString(2, name.route());
            lock.setString(3, name.key());
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    Optional<StoredAnswer> find(Connection connection, RequestName name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(FIND)) {
            name(query, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new StoredAnswer(
                                        row.getBytes(1),
                                        row.getInt(2),
                                        decode(row.getString(3)),
                                        row.getBytes(4)))
                        : Optional.empty();
            }
        }
    }

    void add(Connection connection, RequestName name, StoredAnswer answer) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            name(insert, name);
            insert.setBytes(4, answer.fingerprint());
            insert.setInt(5, answer.status());
            insert.setString(6, json.writeValueAsString(HEADERS, answer.headers()));
            insert.setBytes(7, answer.body());
            insert.executeUpdate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void name(PreparedStatement statement, RequestName name) throws SQLException {
        statement.setObject(1, name.userId());
        statement.setString(2, name.route());
        statement.setString(3, name.key());
    }

    private Map<String, String> decode(String headers) {
        try {
            return json.readValue(headers, HEADERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
