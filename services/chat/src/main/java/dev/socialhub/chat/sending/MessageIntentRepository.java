package dev.socialhub.chat.sending;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** The messages whose event isn't in the outbox yet. */
@Singleton
class MessageIntentRepository {

    private static final String ADD =
            "insert into message_intent (message_key, created_at) values (?, ?)"
                    + " on conflict do nothing";

    private static final String REMOVE = "delete from message_intent where message_key = ?";

    private static final String OLDER =
            "select message_key from message_intent where created_at < ?"
                    + " order by created_at limit ?";

    private final JdbcOperations jdbc;

    MessageIntentRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether there was none. */
    boolean add(String messageKey, Instant at) {
        return jdbc.execute(
                connection -> SqlStatement.on(connection, ADD, messageKey, at).updateOne());
    }

    /** Returns whether there was one. */
    boolean remove(String messageKey) {
        return jdbc.execute(
                connection -> SqlStatement.on(connection, REMOVE, messageKey).updateOne());
    }

    List<String> olderThan(Instant time, int limit) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, OLDER, time, limit).list(row -> row.text(1)));
    }
}
