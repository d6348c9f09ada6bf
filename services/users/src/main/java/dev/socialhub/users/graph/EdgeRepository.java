package dev.socialhub.users.graph;

import dev.socialhub.contracts.user.EdgeKind;
import dev.socialhub.shared.sql.SqlRow;
import dev.socialhub.shared.sql.SqlStatement;
import dev.socialhub.users.graph.PersonLockRepository.PairNumbers;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The edges between two users, and the deltas for the counts that their changes write. */
@Singleton
final class EdgeRepository {

    private static final String EDGE_EXISTS =
            "exists (select 1 from edge where kind = '%s' and from_id = p.%s and to_id = p.%s"
                    + " and active)";
    private static final String TIES =
            EDGE_EXISTS.formatted("follow", "actor", "other")
                    + ", "
                    + EDGE_EXISTS.formatted("follow", "other", "actor")
                    + ", "
                    + EDGE_EXISTS.formatted("block", "actor", "other")
                    + ", "
                    + EDGE_EXISTS.formatted("block", "other", "actor");
    private static final String PEOPLE = " from (values (?::uuid, ?::uuid)) p (actor, other)";

    private static final String FIND_TIES = "select " + TIES + PEOPLE;

    private static final String STATE =
            "select "
                    + TIES
                    + ", exists (select 1 from profile where user_id = p.actor)"
                    + ", exists (select 1 from profile where user_id = p.other)"
                    + ", coalesce((select c.following from follow_count c where c.user_id = p.actor), 0)"
                    + " + coalesce((select sum(d.following) from follow_delta d"
                    + " where d.user_id = p.actor), 0)"
                    + PEOPLE;

    private static final String LOCK_AND_READ = PersonLockRepository.PAIR + "; " + STATE;

    private static final String RELATIONSHIPS =
            "select other, "
                    + TIES
                    + " from (select ?::uuid as actor, unnest(?::uuid[]) as other) p";

    /** Changes nothing and returns no row if the edge is already in the requested state. */
    private static final String CHANGE_EDGE =
            "insert into edge as e (kind, from_id, to_id, active, version, changed_at)"
                    + " values (?, ?, ?, ?, 1, ?) on conflict (kind, from_id, to_id) do update set"
                    + " active = excluded.active, version = e.version + 1,"
                    + " changed_at = excluded.changed_at"
                    + " where e.active <> excluded.active returning version, from_id, to_id";

    private static final String CHANGE_FOLLOW =
            "with turned as ("
                    + CHANGE_EDGE
                    + "), counted as (insert into follow_delta (user_id, followers, following)"
                    + " select d.user_id, d.followers, d.following from turned t,"
                    + " lateral (values (t.from_id, 0, ?), (t.to_id, ?, 0))"
                    + " d (user_id, followers, following))"
                    + " select version from turned";

    private final JdbcOperations jdbc;

    EdgeRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits until no other transaction changes an edge between these two users, prevents such
     * changes until the transaction ends, and reads the state. Both statements travel together, but
     * they are two: a single one would see the state before its wait.
     */
    PairState lock(Pair pair) {
        PairNumbers numbers = PairNumbers.of(pair);
        return jdbc.execute(connection ->
                SqlStatement.on(
                                connection,
                                LOCK_AND_READ,
                                numbers.smaller(),
                                numbers.greater(),
                                numbers.actor(),
                                numbers.pair(),
                                pair.actor(),
                                pair.other())
                        .onlyOfSecond(row ->
                                new PairState(
                                        row.flag(5), row.flag(6), row.number(7), ties(row, 1))));
    }

    /** The edges between the two users at this moment. */
    PairEdges ties(Pair pair) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, FIND_TIES, pair.actor(), pair.other())
                        .only(row -> ties(row, 1)));
    }

    /**
     * The relationship between one user and each of the others, as far as the first may know it.
     */
    Map<UUID, Relationship> relationships(UUID actor, Collection<UUID> others) {
        Map<UUID, Relationship> relationships = new HashMap<>();
        return jdbc.execute(connection -> {
            SqlStatement.on(connection, RELATIONSHIPS, actor, SqlStatement.array("uuid", others))
                    .forEach(row -> relationships.put(row.uuid(1), ties(row, 2).relationship()));
            return relationships;
        });
    }

    private static PairEdges ties(SqlRow row, int column) throws SQLException {
        return new PairEdges(
                row.flag(column), row.flag(column + 1), row.flag(column + 2), row.flag(column + 3));
    }

    /**
     * Creates or removes an edge, and writes the deltas for both users' counts.
     *
     * @return the edge's new version
     * @throws IllegalStateException if the edge is already in this state
     */
    long turn(EdgeKind kind, UUID fromId, UUID toId, boolean active, Instant now) {
        int delta = active ? 1 : -1;
        String name = kind.wireName();
        return switch (kind) {
            case FOLLOW -> change(CHANGE_FOLLOW, name, fromId, toId, active, now, delta, delta);
            case BLOCK -> change(CHANGE_EDGE, name, fromId, toId, active, now);
        };
    }

    private long change(String sql, Object... parameters) {
        return jdbc.execute(connection ->
                        SqlStatement.on(connection, sql, parameters).first(row -> row.number(1)))
                .orElseThrow(() -> new IllegalStateException("the edge already has this state"));
    }
}
