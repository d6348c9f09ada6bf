package dev.socialhub.ops.counter.table;

import dev.socialhub.ops.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of counts, with a row for each user, post or other thing that rows are counted for. A row
 * whose counts are all 0 may be missing. All names become part of statements: they are constants of
 * the code, never input.
 *
 * @param key the column with the id of what the counts are for
 * @param deltas the table of changes that are not folded into the counts yet, which has the same
 *     columns and an {@code id} that grows; null if each change is written to the counts at once
 * @param counts what each other column counts
 */
public record CountTable(
        String name, String key, @Nullable String deltas, List<CountedRows> counts) {

    /** The column of the ids whose counts are corrected. */
    static final List<Column<UUID>> IDS = List.of(Column.uuid("id", id -> id));

    private static final String KNOWN =
            "(select %1$s as id from %2$s where %3$s and %1$s > ? group by %1$s order by %1$s"
                    + " limit ?)";

    public CountTable {
        counts = List.copyOf(counts);
    }

    /** How many places name what is counted; {@link #compare} has two parameters for each. */
    int sources() {
        return known().size();
    }

    /**
     * Selects ids with their stored and their true counts, in one statement, so that all are of the
     * same moment. The last parameter is the number of rows.
     */
    String compare() {
        return sql(
                """
                with p as ({known} order by id limit ?)
                select p.id, {stored}, {counted}
                from p left join {table} c on c.{key} = p.id {pending}
                order by p.id
                """);
    }

    /**
     * Inserts missing rows and locks the others, both in the order in which deltas are folded. A
     * row that the condition excludes from the update is locked nevertheless.
     */
    String lock() {
        return sql(
                """
                insert into {table} ({key}, {counts})
                select p.id, {zeros} from {ids} order by p.id
                on conflict ({key}) do update set {first} = 0 where false
                """);
    }

    /**
     * Sets the counts of locked rows. Pending deltas can't be folded before the lock is released,
     * and are added then. Counts that are all 0 need no row.
     */
    String settle() {
        return sql(
                """
                with due as (select p.id, {due} from {ids} {pending}),
                    emptied as (delete from {table} c using due where c.{key} = due.id and {empty})
                update {table} c set {set} from due where c.{key} = due.id and not ({empty})
                """);
    }

    /**
     * Adds the oldest pending changes to the counts, and selects how many there were. It is one
     * statement: after a crash a batch is folded completely or not at all. Rows are updated in the
     * order of their keys, so that two concurrent folds can't deadlock. The parameter is the
     * maximum number of changes.
     */
    public String fold() {
        return foldOf(
                "id = any (array(select id from {deltas} order by id limit ?"
                        + " for update skip locked))");
    }

    /** Does the same with all pending changes of some ids. */
    String foldIds() {
        return foldOf("{key} = any (?)");
    }

    private String foldOf(String changes) {
        return sql(
                """
                with batch as (delete from {deltas} where {changes} returning {key}, {counts}),
                    folded as (insert into {table} as c ({key}, {counts})
                        select {key}, {sums} from batch group by {key} order by {key}
                        on conflict ({key}) do update set {added})
                select count(*) from batch
                """
                        .replace("{changes}", changes));
    }

    /** Removes rows of zeros; the parameter is an array of ids. */
    String removeZeros() {
        return sql("delete from {table} where {key} = any (?) and {zero}");
    }

    /** Selects the counts that readers see: what is folded, and what isn't yet. */
    public String totals() {
        return sql(
                """
                select {key}, {sums} from (select {key}, {counts} from {table}
                    union all select {key}, {counts} from {deltas}) n
                group by {key} having {any}
                """);
    }

    private String sql(String template) {
        return template.replace("{known}", String.join(" union ", known()))
                .replace("{deltas}", String.valueOf(deltas))
                .replace("{sums}", each("sum({count}) as {count}"))
                .replace("{added}", each("{count} = c.{count} + excluded.{count}"))
                .replace("{zero}", each("{count} = 0").replace(", ", " and "))
                .replace("{any}", each("sum({count}) <> 0").replace(", ", " or "))
                .replace("{table}", name)
                .replace("{key}", key)
                .replace("{ids}", Column.rows("p", IDS))
                .replace("{pending}", pending())
                .replace("{counts}", each("{count}"))
                .replace("{first}", counts.getFirst().count())
                .replace("{zeros}", each("0"))
                .replace("{stored}", each("coalesce(c.{count}, 0) + coalesce(d.{count}, 0)"))
                .replace("{counted}", each("{rows}"))
                .replace("{due}", each("{rows} - coalesce(d.{count}, 0) as {count}"))
                .replace("{set}", each("{count} = due.{count}"))
                .replace("{empty}", each("due.{count} = 0").replace(", ", " and "));
    }

    private List<String> known() {
        List<String> known = new ArrayList<>();
        known.add(KNOWN.formatted(key, name, "true"));
        if (deltas != null) {
            known.add(KNOWN.formatted(key, deltas, "true"));
        }
        counts.forEach(
                rows -> known.add(KNOWN.formatted(rows.by(), rows.table(), rows.condition())));
        return known;
    }

    /** The deltas of {@code p.id}; without deltas, a row of nothing. */
    private String pending() {
        String sums =
                deltas == null
                        ? each("0 as {count}")
                        : each("sum({count}) as {count}")
                                + " from %s where %s = p.id".formatted(deltas, key);
        return "left join lateral (select " + sums + ") d on true";
    }

    /** A part of a statement for each count. */
    private String each(String part) {
        return counts.stream()
                .map(rows -> part.replace("{rows}", rows.query()).replace("{count}", rows.count()))
                .collect(Collectors.joining(", "));
    }
}
