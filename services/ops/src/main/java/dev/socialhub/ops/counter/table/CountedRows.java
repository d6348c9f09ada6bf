package dev.socialhub.ops.counter.table;

/**
 * The rows that a count counts.
 *
 * @param count the column that stores how many there are
 * @param table the table of the rows
 * @param by the column of the rows that names what they are counted for
 * @param condition which rows of the table are counted
 */
public record CountedRows(String count, String table, String by, String condition) {

    /** How many there are for {@code p.id}. */
    String query() {
        return "(select count(*) from %s e where %s and e.%s = p.id)"
                .formatted(table, condition, by);
    }
}
