package dev.socialhub.posts.erasure;

import dev.socialhub.ops.counter.table.CountTable;
import dev.socialhub.ops.counter.table.CountedRows;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table with a row for each user and each post, or comment, that the user reacted to. All names
 * become part of statements: they are constants of the code, never input.
 *
 * @param kind what operators call its rows
 * @param target the column of what was reacted to
 * @param condition which rows readers see
 * @param counts the counts that contain these rows; null if none do
 */
record ReactionTable(
        String kind, String name, String target, String condition, @Nullable CountTable counts) {

    /**
     * Removes rows, and changes the counts by them; selects how many there were. They are locked
     * first, since rows that another transaction removes meanwhile would only make the batch
     * smaller, down to nothing while others are left. The parameters are an id and the maximum
     * number of rows.
     *
     * @param column the one with the id
     */
    String removal(String column) {
        String removed =
                """
                with removed as (delete from {table} where ctid = any (array(
                        select ctid from {table} where {column} = ? limit ? for update))
                    returning {target}, {condition} as counted)
                """;
        return (removed + counting() + " select count(*) from removed")
                .replace("{table}", name)
                .replace("{target}", target)
                .replace("{column}", column)
                .replace("{condition}", condition);
    }

    private String counting() {
        if (counts == null) {
            return "";
        }
        String names = counts.counts().stream().map(CountedRows::count).collect(joined());
        String changes =
                counts.counts().stream()
                        .map(rows -> rows.table().equals(name) ? "-count(*)" : "0")
                        .collect(joined());
        return """
        , counted as (insert into %s (%s, %s) select {target}, %s from removed
            where counted group by {target})
        """
                .formatted(counts.deltas(), counts.key(), names, changes);
    }

    private static Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(", ");
    }

    /** Counts the rows of a user that readers see. */
    String count() {
        return "select count(*) from %s where user_id = ? and %s".formatted(name, condition);
    }
}
