package dev.socialhub.ops.table;

import dev.socialhub.shared.sql.SqlStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a described table. Names and types become part of statements: they are constants of
 * the code, never input.
 *
 * @param type of a batch's values, as the statement receives them in an array
 * @param cast what the statement appends to such a value
 * @param keys a pattern of the values, for a column that is part of a key
 * @param value the column's value in a row
 */
public record Column<R>(
        String name,
        String type,
        String cast,
        String keys,
        Function<R, ? extends @Nullable Object> value) {

    private static final String ID = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";

    /** A UUID, or its text. */
    public static <R> Column<R> uuid(String name, Function<R, ?> value) {
        return new Column<>(name, "uuid", "", ID, value);
    }

    public static <R> Column<R> text(String name, Function<R, @Nullable String> value) {
        return new Column<>(name, "text", "", "", value);
    }

    /** One of a few texts, separated by {@code |}. */
    public static <R> Column<R> choice(String name, String values, Function<R, String> value) {
        return new Column<>(name, "text", "", values, value);
    }

    public static <R> Column<R> number(String name, Function<R, Long> value) {
        return new Column<>(name, "bigint", "", "", value);
    }

    public static <R> Column<R> flag(String name, Function<R, Boolean> value) {
        return new Column<>(name, "boolean", "", "", value);
    }

    /** A time, sent in UTC: the text of a local time is ambiguous when clocks are set back. */
    public static <R> Column<R> time(String name, Function<R, Instant> value) {
        return new Column<>(name, "timestamptz", "", "", value.andThen(Instant::toString));
    }

    /** The same of a time in milliseconds since 1970. */
    public static <R> Column<R> millis(String name, Function<R, Long> value) {
        return time(name, value.andThen(Instant::ofEpochMilli));
    }

    /** A list, sent as the text of an array: nested arrays must all have the same length. */
    public static <R> Column<R> texts(String name, Function<R, List<String>> value) {
        return new Column<>(name, "text", "::text[]", "", value);
    }

    /** The values of a batch, as one parameter of a {@link SqlStatement}. */
    Object array(List<R> batch) {
        List<@Nullable Object> values = new ArrayList<>(batch.size());
        batch.forEach(row -> values.add(value.apply(row)));
        return SqlStatement.array(type, values);
    }

    /** Whether a text is an id. */
    public static boolean isId(String text) {
        return text.matches(ID);
    }

    /** Whether its values are ids; those of another key column are choices. */
    boolean isId() {
        return type.equals("uuid");
    }

    /** The column of a row with this prefix, as the table stores it. */
    public String in(String prefix) {
        return prefix + name + cast;
    }

    /** The names, separated by commas, each after this prefix. */
    public static <R> String names(String prefix, List<Column<R>> columns) {
        return columns.stream()
                .map(column -> prefix.isEmpty() ? column.name : column.in(prefix))
                .collect(Collectors.joining(", "));
    }

    /** A batch as a table of this name, made of one array for each column. */
    public static <R> String rows(String alias, List<Column<R>> columns) {
        return columns.stream()
                .map(column -> "?::" + column.type + "[]")
                .collect(
                        Collectors.joining(
                                ", ", "unnest(", ") " + alias + " (" + names("", columns) + ")"));
    }
}
