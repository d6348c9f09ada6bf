package dev.socialhub.posts.comment;

import dev.socialhub.posts.post.UnblockedUsers;
import dev.socialhub.posts.post.VisiblePosts;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Changes of comments' likes, with the deltas for the counts. */
@Singleton
final class CommentLikeRepository {

    /** The lock on the user's own row keeps the user from being erased meanwhile. */
    private static final String TARGET =
            "with target as (select c.id, k.user_id from post_comment c join ("
                    + VisiblePosts.POSTS
                    + ") on p.id = c.post_id join author u on u.user_id = c.author_id, author k"
                    + " where c.id = ? and c.deleted_at is null and k.user_id = ? and "
                    + VisiblePosts.TO_VIEWER.replace(":viewerId", "k.user_id")
                    + " and "
                    + UnblockedUsers.FOR_VIEWER.replace(":viewerId", "k.user_id")
                    + " for key share of k), changed as (";

    private static final String RESULT =
            " returning l.comment_id), counted as"
                    + " (insert into comment_count_delta (comment_id, likes, replies)"
                    + " select comment_id, %s, 0 from changed)"
                    + " select (select count(*) from changed), "
                    + CommentCountTable.LIKES
                    + " from target c";

    private static final String LIKE =
            TARGET
                    + "insert into comment_like as l (comment_id, user_id, liked_at)"
                    + " select t.id, t.user_id, ? from target t on conflict do nothing"
                    + RESULT.formatted("1");

    private static final String UNLIKE =
            TARGET
                    + "delete from comment_like l using target t"
                    + " where l.comment_id = t.id and l.user_id = t.user_id"
                    + RESULT.formatted("-1");

    private final JdbcOperations jdbc;

    CommentLikeRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a like unless there is one.
     *
     * @return how many users like the comment now; empty when the user can't see it, or is deleted
     */
    Optional<Long> like(UUID commentId, UUID userId, Instant now) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, LIKE, commentId, userId, now)
                        .first(row -> row.number(2) + row.number(1)));
    }

    /** Does the opposite, with the same result. */
    Optional<Long> unlike(UUID commentId, UUID userId) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, UNLIKE, commentId, userId)
                        .first(row -> row.number(2) - row.number(1)));
    }
}
