package dev.socialhub.people.replica;

import dev.socialhub.ops.table.TableRepository;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes replicas, many rows at once. Callers hold off deletions before they write. */
@Singleton
public class ReplicaRepository {

    private final TableRepository tables;

    ReplicaRepository(TableRepository tables) {
        this.tables = tables;
    }

    /**
     * Stores the rows that are newer than the stored ones, except those of deleted users.
     *
     * @param rows each key once, in the order of keys, so that two concurrent calls don't deadlock
     * @return how many were stored
     */
    public <R> int put(ReplicaTable<R> replica, List<R> rows) {
        return rows.isEmpty() ? 0 : update(replica, replica.put(), List.of(rows));
    }

    /**
     * Replaces rows, where they are unchanged since they were read.
     *
     * @param held and owned: the rows of the same keys, in the same order
     * @return how many were replaced
     */
    public <R> int replace(ReplicaTable<R> replica, List<R> held, List<R> owned) {
        return held.isEmpty() ? 0 : update(replica, replica.replace(), List.of(held, owned));
    }

    /** Removes the rows that are unchanged since they were read; returns how many were removed. */
    <R> int remove(ReplicaTable<R> replica, List<R> held) {
        return held.isEmpty() ? 0 : update(replica, replica.remove(), List.of(held));
    }

    private <R> int update(ReplicaTable<R> replica, String sql, List<List<R>> batches) {
        return tables.update(sql, replica.table().columns(), batches);
    }
}
