package dev.socialhub.ops.checksum.table;

import dev.socialhub.ops.counter.table.CountTable;
import java.util.Objects;
import java.util.Set;

/**
 * Tables that are meaningful only together, since amounts move from one to the other in the
 * background. Make it a bean; checksums then show what readers see in their place.
 *
 * @param name what stands for these tables
 * @param query selects what readers see
 */
public record SubstituteRows(String name, Set<String> tables, String query) {

    public SubstituteRows {
        tables = Set.copyOf(tables);
    }

    /** Counts as readers see them, so that folding pending changes changes no checksum. */
    public static SubstituteRows totals(CountTable table) {
        return new SubstituteRows(
                table.name(),
                Set.of(table.name(), Objects.requireNonNull(table.deltas())),
                table.totals());
    }
}
