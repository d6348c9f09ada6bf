package dev.socialhub.posts.count;

import dev.socialhub.ops.counter.table.CountTable;
import dev.socialhub.ops.counter.table.CountedRows;
import java.util.List;

/** The table of posts' counts, and the columns that statements on posts read from it. */
public final class PostCountTable {

    public static final CountTable TABLE =
            new CountTable(
                    "post_count",
                    "post_id",
                    "post_count_delta",
                    List.of(
                            new CountedRows("likes", "post_like", "post_id", "active"),
                            new CountedRows(
                                    "comments", "post_comment", "post_id", "deleted_at is null")));

    private static final String TOTAL = "(select cast(coalesce(sum(n.";
    private static final String OF = "), 0) as bigint) from (select ";
    private static final String FOLDED = " from post_count where post_id = p.id union all select ";
    private static final String PENDING = " from post_count_delta where post_id = p.id) n)";

    /**
     * The counts of a row {@code p} with a post's {@code id}, as {@code likes} and {@code
     * comments}. Exact: one statement sees every delta either pending or folded.
     */
    public static final String COLUMNS =
            TOTAL
                    + ("likes" + OF + "likes" + FOLDED + "likes" + PENDING + " as likes, ")
                    + TOTAL
                    + ("comments" + OF + "comments" + FOLDED + "comments" + PENDING)
                    + " as comments";

    private PostCountTable() {}
}
