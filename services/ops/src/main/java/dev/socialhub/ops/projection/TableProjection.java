package dev.socialhub.ops.projection;

import dev.socialhub.contracts.user.SnapshotPage;
import dev.socialhub.ops.table.KeyedTable;
import dev.socialhub.ops.table.TableRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The copy of another service's rows in a table. Make it a bean.
 *
 * @param name what operators call it
 * @param owner the rows as their owner has them
 * @param table the copy, which has the owner's keys
 */
public record TableProjection<R>(
        String name,
        OwnedRows<R> owner,
        KeyedTable<R> table,
        TableRepository tables,
        RowComparison<R> comparison,
        ProjectionRepair<R> repair)
        implements Projection<R> {

    @Override
    public void requireKey(String text) {
        table.requireKey(text);
    }

    @Override
    public SnapshotPage<R> owned(@Nullable String after, int limit) {
        return owner.page(after, limit);
    }

    @Override
    public List<R> held(@Nullable String after, int limit) {
        return tables.page(table, after, limit);
    }

    @Override
    public String keyOf(R row) {
        return table.keyOf(row);
    }
}
