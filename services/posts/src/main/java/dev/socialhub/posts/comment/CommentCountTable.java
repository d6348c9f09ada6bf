package dev.socialhub.posts.comment;

import dev.socialhub.ops.counter.table.CountTable;
import dev.socialhub.ops.counter.table.CountedRows;
import java.util.List;

/** The table of comments' counts, and the columns that statements on comments read from it. */
public final class CommentCountTable {

    public static final CountTable TABLE =
            new CountTable(
                    "comment_count",
                    "comment_id",
                    "comment_count_delta",
                    List.of(
                            new CountedRows("likes", "comment_like", "comment_id", "true"),
                            new CountedRows(
                                    "replies", "post_comment", "parent_id", "removed_at is null")));

    private static final String TOTAL = "(select cast(coalesce(sum(n.";
    private static final String OF = "), 0) as bigint) from (select ";
    private static final String FOLDED =
            " from comment_count where comment_id = c.id union all select ";
    private static final String PENDING = " from comment_count_delta where comment_id = c.id) n)";

    /** How many users like a row {@code c} with a comment's {@code id}: exact, as one value. */
    static final String LIKES = TOTAL + "likes" + OF + "likes" + FOLDED + "likes" + PENDING;

    /** How many direct replies it has. */
    static final String REPLIES = TOTAL + "replies" + OF + "replies" + FOLDED + "replies" + PENDING;

    private CommentCountTable() {}
}
