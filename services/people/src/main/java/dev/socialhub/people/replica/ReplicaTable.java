package dev.socialhub.people.replica;

import dev.socialhub.ops.table.Column;
import dev.socialhub.ops.table.KeyedTable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A replica of another service's rows, in a table of the same columns.
 *
 * @param version the column by which a newer row replaces an older one; null if rows are added, and
 *     replaced only as they were found
 * @param users the columns with ids of users: without any of them a row doesn't exist
 */
public record ReplicaTable<R>(KeyedTable<R> table, @Nullable String version, List<String> users) {

    public ReplicaTable {
        users = List.copyOf(users);
    }

    /** Stores newer rows, except those of deleted users. */
    String put() {
        return "insert into %s (%s) select %s from %s where %s on conflict (%s) do %s"
                .formatted(
                        table.name(),
                        Column.names("", table.columns()),
                        Column.names("n.", table.columns()),
                        Column.rows("n", table.columns()),
                        users.stream()
                                .map(ReplicaTable::exists)
                                .collect(Collectors.joining(" and ")),
                        Column.names("", table.key()),
                        version == null
                                ? "nothing"
                                : "update set %s where %s.%3$s < excluded.%3$s"
                                        .formatted(
                                                assignments("excluded."), table.name(), version));
    }

    /** Replaces the rows {@code h} by the rows {@code n}, where they are as they were found. */
    String replace() {
        return "update %s e set %s from %s join %s on (%s) = (%s) where %s"
                .formatted(
                        table.name(),
                        assignments("n."),
                        Column.rows("h", table.columns()),
                        Column.rows("n", table.columns()),
                        Column.names("n.", table.key()),
                        Column.names("h.", table.key()),
                        stillAsHeld());
    }

    /** Removes the rows {@code h}, where they are as they were found. */
    String remove() {
        return "delete from %s e using %s where %s"
                .formatted(table.name(), Column.rows("h", table.columns()), stillAsHeld());
    }

    /** The users that a row belongs to. */
    List<UUID> userIds(R row) {
        return table.columns().stream()
                .filter(column -> users.contains(column.name()))
                .map(column -> (UUID) Objects.requireNonNull(column.value().apply(row)))
                .toList();
    }

    private String stillAsHeld() {
        return "(%s) = (%s)"
                .formatted(
                        Column.names("e.", table.columns()), Column.names("h.", table.columns()));
    }

    private String assignments(String source) {
        return table.others().stream()
                .map(column -> column.name() + " = " + column.in(source))
                .collect(Collectors.joining(", "));
    }

    private static String exists(String user) {
        return "not exists (select 1 from deleted_user d where d.user_id = n." + user + ")";
    }
}
