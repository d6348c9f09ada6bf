package dev.socialhub.users.graph;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Locks that are held until the transaction ends. They are taken in one order everywhere, so that
 * no two transactions can deadlock: users, shared, by number; then the acting user; then the pair.
 * An erasure takes only the erased user's lock, exclusively.
 *
 * <p>Advisory locks, because the row to be protected may not exist yet. Users that happen to have
 * the same number merely wait for each other occasionally.
 */
@Singleton
public final class PersonLockRepository {

    /** Separate these locks from each other and from other locks in the same database. */
    private static final int USERS = 0x05e1;

    private static final int ACTORS = 0x05e2;
    private static final int PAIRS = 0x05e3;

    /** Takes the three kinds of locks of a pair; its parameters are set by {@link #fillIn}. */
    static final String PAIR =
            "select pg_advisory_xact_lock_shared("
                    + USERS
                    + ", ?), pg_advisory_xact_lock_shared("
                    + USERS
                    + ", ?), pg_advisory_xact_lock("
                    + ACTORS
                    + ", ?), pg_advisory_xact_lock("
                    + PAIRS
                    + ", ?)";

    private static final String SHARED = "select pg_advisory_xact_lock_shared(" + USERS + ", ?)";

    /** One after the other, in the order of the array. */
    private static final String SHARED_ALL =
            "select pg_advisory_xact_lock_shared(" + USERS + ", n) from unnest(?::int[]) n";

    private static final String LOCK_EXCLUSIVELY = "select pg_advisory_xact_lock(" + USERS + ", ?)";

    private final JdbcOperations jdbc;

    PersonLockRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Sets the users whose locks {@link #PAIR} takes: no other transaction changes an edge between
     * these two, the acting user creates no other edge, and neither is erased.
     *
     * @return the number of the next parameter
     */
    static int fillIn(PreparedStatement lock, Pair pair) throws SQLException {
        int actor = number(pair.actor());
        int other = number(pair.other());
        lock.setInt(1, Math.min(actor, other));
        lock.setInt(2, Math.max(actor, other));
        lock.setInt(3, actor);
        lock.setInt(4, actor ^ other);
        return 5;
    }

    /** Keeps the user from being erased until the transaction ends. */
    public void keep(UUID userId) {
        take(SHARED, number(userId));
    }

    /**
     * Keeps these users from being erased until the transaction ends. Call it before anything else.
     */
    public void keep(Collection<UUID> userIds) {
        jdbc.execute(connection -> {
            try (PreparedStatement lock = connection.prepareStatement(SHARED_ALL)) {
                lock.setArray(
                        1, connection.createArrayOf("int", numbers(userIds).boxed().toArray()));
                return lock.execute();
            }
        });
    }

    /** Keeps all other transactions away from these users. Call it before anything else. */
    public void alone(Collection<UUID> userIds) {
        numbers(userIds).forEach(number -> take(LOCK_EXCLUSIVELY, number));
    }

    private static IntStream numbers(Collection<UUID> userIds) {
        return userIds.stream().mapToInt(PersonLockRepository::number).sorted().distinct();
    }

    private void take(String sql, int number) {
        jdbc.execute(connection -> {
            try (PreparedStatement lock = connection.prepareStatement(sql)) {
                lock.setInt(1, number);
                return lock.execute();
            }
        });
    }

    /**
     * A pair's number is the xor of its users' numbers, and so the same whichever of the two acts.
     */
    private static int number(UUID id) {
        return id.hashCode();
    }
}
