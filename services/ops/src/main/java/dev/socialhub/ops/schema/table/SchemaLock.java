package dev.socialhub.ops.schema.table;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Lets one instance at a time look at the schema. The lock of one that dies is freed, too. */
@Singleton
@Requires(bean = SchemaConnections.class)
final class SchemaLock {

    /** Keeps this advisory lock apart from those of others in the same database. */
    private static final String TAKE = "select pg_try_advisory_lock(178, 0)";

    private static final String RELEASE = "select pg_advisory_unlock(178, 0)";

    private final SchemaConnections connections;

    SchemaLock(SchemaConnections connections) {
        this.connections = connections;
    }

    /**
     * Does the work under the lock.
     *
     * @throws ProblemException 409 when another run holds it
     */
    <T> T holding(Work<T> work) {
        try (Connection connection = connections.open();
                Held _ = take(connection)) {
            return work.run();
        } catch (SQLException e) {
            throw new DataAccessException("the schema can't be checked", e);
        }
    }

    private static Held take(Connection connection) throws SQLException {
        if (!SqlStatement.on(connection, TAKE).only(row -> row.flag(1))) {
            throw ProblemException.retryLater(
                    ProblemType.CONFLICT,
                    "The schema is already being checked or repaired.",
                    Duration.ofSeconds(5));
        }
        return () -> SqlStatement.on(connection, RELEASE).run();
    }

    /** Until this is closed: the server may take its time to notice that a connection has ended. */
    @FunctionalInterface
    private interface Held extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /** What is to be done. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }
}
