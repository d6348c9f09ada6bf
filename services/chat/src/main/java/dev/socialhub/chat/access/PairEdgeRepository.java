package dev.socialhub.chat.access;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The replicated edges between two users. */
@Singleton
class PairEdgeRepository {

    private static final String EDGE =
            "coalesce((select active from edge where kind = '%s' and from_id = ? and to_id = ?),"
                    + " false)";

    private static final String PAIR =
            "select "
                    + EDGE.formatted("follow")
                    + ", "
                    + EDGE.formatted("follow")
                    + ", "
                    + EDGE.formatted("block")
                    + " or "
                    + EDGE.formatted("block");

    private static final String BLOCKED =
            "select u.id from unnest(?) u (id) where "
                    + EDGE.formatted("block").replace("to_id = ?", "to_id = u.id")
                    + " or "
                    + EDGE.formatted("block").replace("from_id = ?", "from_id = u.id");

    private final JdbcOperations jdbc;

    PairEdgeRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    EdgesBetween between(UUID one, UUID other) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, PAIR, one, other, other, one, one, other, other, one)
                        .only(row -> new EdgesBetween(row.flag(1), row.flag(2), row.flag(3))));
    }

    /** Those of these users that block this one, or are blocked by this one. */
    Set<UUID> blocked(UUID userId, Collection<UUID> others) {
        return jdbc.execute(connection ->
                new HashSet<>(
                        SqlStatement.on(
                                        connection,
                                        BLOCKED,
                                        SqlStatement.array("uuid", others),
                                        userId,
                                        userId)
                                .list(row -> row.uuid(1))));
    }
}
