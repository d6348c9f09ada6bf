package dev.socialhub.users.graph;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
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

    /**
     * Takes the three kinds of locks of a pair: no other transaction changes an edge between these
     * two, the acting user creates no other edge, and neither is erased. Its parameters are {@link
     * PairNumbers}.
     */
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

    /** Keeps the user from being erased until the transaction ends. */
    public void keep(UUID userId) {
        take(SHARED, number(userId));
    }

    /**
     * Keeps these users from being erased until the transaction ends. Call it before anything else.
     */
    public void keep(Collection<UUID> userIds) {
        take(SHARED_ALL, SqlStatement.array("int", numbers(userIds).boxed().toList()));
    }

    /** Keeps all other transactions away from these users. Call it before anything else. */
    public void alone(Collection<UUID> userIds) {
        numbers(userIds).forEach(number -> take(LOCK_EXCLUSIVELY, number));
    }

    private static IntStream numbers(Collection<UUID> userIds) {
        return userIds.stream().mapToInt(PersonLockRepository::number).sorted().distinct();
    }

    private void take(String sql, Object numbers) {
        jdbc.execute(connection -> SqlStatement.on(connection, sql, numbers).run());
    }

    private static int number(UUID id) {
        return id.hashCode();
    }

    /**
     * The numbers of a pair's locks, in the order in which they are taken.
     *
     * @param pair the xor of its users' numbers, and so the same whichever of the two acts
     */
    record PairNumbers(int smaller, int greater, int actor, int pair) {

        static PairNumbers of(Pair pair) {
            int actor = number(pair.actor());
            int other = number(pair.other());
            return new PairNumbers(
                    Math.min(actor, other), Math.max(actor, other), actor, actor ^ other);
        }
    }
}
