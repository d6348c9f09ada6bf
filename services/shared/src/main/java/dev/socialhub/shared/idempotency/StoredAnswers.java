package dev.socialhub.shared.idempotency;

import dev.socialhub.shared.idempotency.Idempotency.RequestName;
import dev.socialhub.shared.idempotency.Idempotency.StoredAnswer;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
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
        return SqlStatement.on(connection, LOCK, name.userId().toString(), name.route(), name.key())
                .only(row -> row.flag(1));
    }

    Optional<StoredAnswer> find(Connection connection, RequestName name) throws SQLException {
        return SqlStatement.on(connection, FIND, name.userId(), name.route(), name.key())
                .first(row ->
                        new StoredAnswer(
                                row.bytes(1), row.integer(2), decode(row.text(3)), row.bytes(4)));
    }

    void add(Connection connection, RequestName name, StoredAnswer answer) throws SQLException {
        try {
            SqlStatement.on(
                            connection,
                            ADD,
                            name.userId(),
                            name.route(),
                            name.key(),
                            answer.fingerprint(),
                            answer.status(),
                            json.writeValueAsString(HEADERS, answer.headers()),
                            answer.body())
                    .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> decode(String headers) {
        try {
            return json.readValue(headers, HEADERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
