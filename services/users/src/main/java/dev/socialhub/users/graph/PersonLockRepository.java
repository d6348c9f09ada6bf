package dev.socialhub.users.graph;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Locks that hold until the transaction ends. They are taken in one order everywhere, so that no
 * two transactions can wait for each other: people, shared, by number; then the one who acts; then
 * the pair. Whoever erases a person takes that person's alone.
 *
 * <p>Advisory ones, because what is to be kept still may have no row yet. Two people who happen to
 * share a number only wait for each other sometimes.
 */
@Singleton
public final class PersonLockRepository {

    /** Keep these locks apart from each other and from those of others in the same database. */
    private static final int PEOPLE = 0x05e1;

    private static final int ACTORS = 0x05e2;
    private static final int PAIRS = 0x05e3;

    /** Takes the three kinds of a pair's locks; filled in by {@link #fillIn}. */
    static final String PAIR =
            "select pg_advisory_xact_lock_shared("
                    + PEOPLE
                    + ", ?), pg_advisory_xact_lock_shared("
                    + PEOPLE
                    + ", ?), pg_advisory_xact_lock("
                    + ACTORS
                    + ", ?), pg_advisory_xact_lock("
                    + PAIRS
                    + ", ?)";

    private static final String SHARED = "select pg_advisory_xact_lock_shared(" + PEOPLE + ", ?)";

    /** One after the other, in the order of the array. */
    private static final String SHARED_ALL =
            "select pg_advisory_xact_lock_shared(" + PEOPLE + ", n) from unnest(?::int[]) n";

    private static final String ALONE = "select pg_advisory_xact_lock(" + PEOPLE + ", ?)";

    private final JdbcOperations jdbc;

    PersonLockRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Says whose locks {@link #PAIR} takes: nothing else changes between these two, the actor makes
     * no other edge, and both stay.
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

    /** The person isn't erased meanwhile. */
    public void keep(UUID personId) {
        take(SHARED, number(personId));
    }

    /** None of these people is erased meanwhile. Take it before anything else. */
    public void keep(Collection<UUID> people) {
        jdbc.execute(connection -> {
            try (PreparedStatement lock = connection.prepareStatement(SHARED_ALL)) {
                lock.setArray(
                        1, connection.createArrayOf("int", numbers(people).boxed().toArray()));
                return lock.execute();
            }
        });
    }

    /** Nobody else has to do with these people. Take it before anything else. */
    public void alone(Collection<UUID> people) {
        numbers(people).forEach(number -> take(ALONE, number));
    }

    private static IntStream numbers(Collection<UUID> people) {
        return people.stream().mapToInt(PersonLockRepository::number).sorted().distinct();
    }

    private void take(String sql, int number) {
        jdbc.execute(connection -> {
            try (PreparedStatement lock = connection.prepareStatement(sql)) {
                lock.setInt(1, number);
                return lock.execute();
            }
        });
    }

    /** The same for a pair whichever of the two acts, since it is put together with xor. */
    private static int number(UUID id) {
        return id.hashCode();
    }
}
