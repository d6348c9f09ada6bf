package dev.socialhub.posts.comment;

import dev.socialhub.posts.post.UnblockedUsers;
import dev.socialhub.posts.post.VisiblePosts;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The comments that a viewer sees. A deleted comment, or one whose author is deleted, is seen while
 * it has replies. Lists are oldest first, beginning after a row {@code (at, id)}.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CommentRepository extends GenericRepository<Comment, UUID> {

    /**
     * As one value, and in the order of an index, so that the planner reads neither all replies of
     * all comments first, nor the whole table for a single one.
     */
    String HAS_REPLIES =
            "coalesce((select true from post_comment r where r.parent_id = c.id"
                    + " and r.removed_at is null order by r.created_at, r.id limit 1), false)";

    String SELECT =
            "select c.id, c.post_id, c.parent_id, u.user_id as author_id,"
                    + " u.username as author_username, u.name as author_name,"
                    + " case when u.user_id is null then null else c.content end as content,"
                    + " c.created_at, c.edited_at, "
                    + (CommentCountTable.LIKES + " as likes, ")
                    + (CommentCountTable.REPLIES + " as replies, ")
                    + "coalesce((select true from comment_like l where l.comment_id = c.id"
                    + " and l.user_id = :viewerId), false) as liked"
                    + " from post_comment c join ("
                    + VisiblePosts.POSTS
                    + ") on p.id = c.post_id"
                    + " left join author u on u.user_id = c.author_id and c.deleted_at is null"
                    + " where c.removed_at is null and (u.user_id is not null or "
                    + HAS_REPLIES
                    + ") and "
                    + UnblockedUsers.FOR_VIEWER
                    + " and "
                    + VisiblePosts.TO_VIEWER
                    + " and ";

    String PAGE = " and (c.created_at, c.id) > (:at, :id) order by c.created_at, c.id limit :rows";

    String OF_POST = SELECT + "c.post_id = :postId and c.parent_id is null" + PAGE;

    String REPLIES_TO = SELECT + "c.parent_id = :parentId" + PAGE;

    @Query(SELECT + "c.id = :id")
    Optional<Comment> findVisible(UUID id, UUID viewerId);

    /** Those that reply to the post itself. */
    @Query(OF_POST)
    List<Comment> listOfPost(UUID postId, UUID viewerId, Instant at, UUID id, int rows);

    @Query(REPLIES_TO)
    List<Comment> listReplies(UUID parentId, UUID viewerId, Instant at, UUID id, int rows);
}
