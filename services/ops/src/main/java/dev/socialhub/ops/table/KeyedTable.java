package dev.socialhub.ops.table;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.sql.SqlStatement.RowMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are read in the order of their keys, a page at a time. A key's text is the
 * values of its columns, separated by colons; keys and their texts have the same order.
 *
 * @param key the columns that identify a row, in the order of pages: ids and choices
 * @param others the columns that are read, compared and copied beside the key
 * @param condition which rows belong to it; {@code true} for all
 * @param reader makes a row of {@link #columns}, in their order
 */
public record KeyedTable<R>(
        String name,
        List<Column<R>> key,
        List<Column<R>> others,
        String condition,
        RowMapper<R> reader) {

    private static final UUID FIRST = new UUID(0, 0);

    public KeyedTable {
        key = List.copyOf(key);
        others = List.copyOf(others);
    }

    /** All columns: those of the key come first. */
    public List<Column<R>> columns() {
        return Stream.concat(key.stream(), others.stream()).toList();
    }

    /** The key of a row, as text. */
    public String keyOf(R row) {
        return key.stream()
                .map(column -> String.valueOf(column.value().apply(row)))
                .collect(Collectors.joining(":"));
    }

    /**
     * Makes sure that a text is a key, whether a row has it or not.
     *
     * @throws ProblemException 422 otherwise
     */
    public void requireKey(String text) {
        valuesOf(text);
    }

    /** The values of a key; without one, values that come before all others. */
    List<Object> after(@Nullable String text) {
        return text == null
                ? key.stream().map(column -> column.isId() ? (Object) FIRST : "").toList()
                : valuesOf(text);
    }

    /** Selects a page; its parameters are the values of a key and the number of rows. */
    String page() {
        String names = Column.names("", key);
        return "select %s from %s where %s and (%s) > (%s) order by %s limit ?"
                .formatted(
                        Column.names("", columns()),
                        name,
                        condition,
                        names,
                        key.stream().map(_ -> "?").collect(Collectors.joining(", ")),
                        names);
    }

    private List<Object> valuesOf(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != key.size()) {
            throw invalid();
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            Column<R> column = key.get(i);
            if (!parts[i].matches(column.keys())) {
                throw invalid();
            }
            values.add(column.isId() ? UUID.fromString(parts[i]) : parts[i]);
        }
        return values;
    }

    private ProblemException invalid() {
        String form =
                key.stream()
                        .map(column -> column.isId() ? "<uuid>" : "<" + column.keys() + ">")
                        .collect(Collectors.joining(":"));
        return ProblemException.invalid(
                "after", "must be " + (form.equals("<uuid>") ? "a UUID" : form));
    }
}
