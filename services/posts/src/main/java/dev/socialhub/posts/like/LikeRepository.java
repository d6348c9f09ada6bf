package dev.socialhub.posts.like;

import dev.socialhub.posts.count.PostCountTable;
import dev.socialhub.posts.count.PostCounts;
import dev.socialhub.posts.post.VisiblePosts;
import dev.socialhub.shared.sql.SqlRow;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Changes of likes, with the deltas for the counts of posts. */
@Singleton
final class LikeRepository {

    /**
     * The post, if the user may see it. The lock on the user's own row keeps the user from being
     * erased until the transaction ends. The post isn't locked: all users that like a popular post
     * would queue for it.
     */
    private static final String TARGET =
            "with target as (select p.id, p.author_id, k.user_id from "
                    + VisiblePosts.POSTS
                    + ", author k where p.id = ? and k.user_id = ? and "
                    + VisiblePosts.TO_VIEWER.replace(":viewerId", "k.user_id")
                    + " for key share of k), changed as (";

    private static final String UPSERT =
            "insert into post_like as l (post_id, user_id, active, version, liked_at)"
                    + " select t.id, t.user_id, true, 1, ? from target t"
                    + " on conflict (post_id, user_id) do update set version = l.version + 1,"
                    + " liked_at = excluded.liked_at, active = ";

    private static final String RESULT =
            " returning l.post_id, l.active, l.version), counted as (insert into post_count_delta"
                    + " (post_id, likes, comments) select c.post_id,"
                    + " case when c.active then 1 else -1 end, 0 from changed c)"
                    + " select p.author_id, coalesce(c.active, false), coalesce(c.version, 0), "
                    + PostCountTable.COLUMNS
                    + " from target p left join changed c on true";

    private static final String LIKE = TARGET + UPSERT + "true where not l.active" + RESULT;

    private static final String TOGGLE = TARGET + UPSERT + "not l.active" + RESULT;

    private static final String UNLIKE =
            TARGET
                    + "update post_like l set active = false, version = l.version + 1 from target t"
                    + " where l.post_id = t.id and l.user_id = t.user_id and l.active"
                    + RESULT;

    private static final String COUNTS =
            "select " + PostCountTable.COLUMNS + " from (select ?::uuid as id) p";

    private final JdbcOperations jdbc;

    LikeRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Changes a like; empty when the user can't see the post, or is deleted. */
    Optional<LikeResult> change(UUID postId, UUID userId, LikeChange change, Instant now) {
        Optional<LikeResult> result =
                switch (change) {
                    case LIKE -> change(LIKE, postId, userId, now);
                    case UNLIKE -> change(UNLIKE, postId, userId);
                    case TOGGLE -> change(TOGGLE, postId, userId, now);
                };
        return result.map(one -> one.isChange() ? one : unchanged(postId, change, one));
    }

    private Optional<LikeResult> change(String sql, Object... parameters) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, sql, parameters).first(LikeRepository::result));
    }

    /** The statement doesn't see its own delta. */
    private static LikeResult result(SqlRow row) throws SQLException {
        boolean liked = row.flag(2);
        long version = row.number(3);
        int change = liked ? 1 : -1;
        PostCounts counts = new PostCounts(row.number(4), row.number(5));
        return new LikeResult(
                row.uuid(1), liked, version, version == 0 ? counts : counts.plusLikes(change));
    }

    /**
     * Reads the counts again: another request of the same user may have made the change while the
     * statement waited, and the statement sees the counts from before its wait.
     */
    private LikeResult unchanged(UUID postId, LikeChange change, LikeResult result) {
        PostCounts counts =
                jdbc.execute(connection ->
                        SqlStatement.on(connection, COUNTS, postId)
                                .only(row -> new PostCounts(row.number(1), row.number(2))));
        return new LikeResult(result.authorId(), change == LikeChange.LIKE, 0, counts);
    }
}
