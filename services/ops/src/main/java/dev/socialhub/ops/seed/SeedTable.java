package dev.socialhub.ops.seed;

import dev.socialhub.ops.table.Column;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table that receives generated rows. In expressions {@code s} is the row to be added.
 *
 * @param key the columns that identify a row
 * @param columns those whose values the rows have
 * @param fixed the other columns, with an expression for each
 * @param condition which rows are added
 * @param lock a statement that keeps away what would make the condition false before the
 *     transaction ends; null if nothing does
 */
public record SeedTable<R>(
        String name,
        List<String> key,
        List<Column<R>> columns,
        Map<String, String> fixed,
        String condition,
        @Nullable String lock) {

    public SeedTable {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        fixed = Map.copyOf(fixed);
    }

    /** Adds a batch, in the order of keys, so that two batches never deadlock. */
    String insert() {
        List<String> others = List.copyOf(fixed.keySet());
        return "insert into %s (%s) select %s from %s where %s order by %s on conflict do nothing"
                .formatted(
                        name,
                        joined(columns.stream().map(Column::name), others.stream()),
                        joined(
                                Stream.of(Column.names("s.", columns)),
                                others.stream().map(fixed::get)),
                        Column.rows("s", columns),
                        condition,
                        Column.names("s.", keyColumns()));
    }

    /** Counts the rows of a batch that don't exist; its parameters are the key's columns. */
    String countAbsent() {
        String same =
                key.stream()
                        .map(column -> "t.%s = %s".formatted(column, expression(column)))
                        .collect(Collectors.joining(" and "));
        return "select count(*) from %s where not exists (select 1 from %s t where %s)"
                .formatted(Column.rows("s", keyColumns()), name, same);
    }

    List<Column<R>> keyColumns() {
        return columns.stream().filter(column -> key.contains(column.name())).toList();
    }

    private String expression(String column) {
        return fixed.getOrDefault(column, "s." + column);
    }

    private static String joined(Stream<String> some, Stream<String> others) {
        return Stream.concat(some, others).collect(Collectors.joining(", "));
    }
}
