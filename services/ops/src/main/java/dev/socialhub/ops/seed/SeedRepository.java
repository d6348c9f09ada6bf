package dev.socialhub.ops.seed;

import dev.socialhub.ops.table.TableRepository;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes generated rows: a batch completely or not at all, and no row twice. */
@Singleton
public final class SeedRepository {

    private final TableRepository tables;

    SeedRepository(TableRepository tables) {
        this.tables = tables;
    }

    /** Adds the rows that don't exist and that the table's condition allows. */
    public <R> Seeded add(SeedTable<R> table, List<R> batch) {
        return tables.inTransaction(() -> {
            if (table.lock() != null) {
                tables.execute(table.lock());
            }
            int added = tables.update(table.insert(), table.columns(), List.of(batch));
            return new Seeded(added, added == batch.size() ? 0 : absent(table, batch));
        });
    }

    private <R> int absent(SeedTable<R> table, List<R> batch) {
        return tables.first(table.countAbsent(), table.keyColumns(), batch, row -> row.integer(1))
                .orElseThrow();
    }
}
