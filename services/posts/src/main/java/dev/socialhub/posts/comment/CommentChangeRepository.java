package dev.socialhub.posts.comment;

import dev.socialhub.posts.comment.CommentPlaces.Place;
import dev.socialhub.posts.post.UnblockedUsers;
import dev.socialhub.posts.post.VisiblePosts;
import dev.socialhub.shared.sql.SqlRow;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes of comments, with the deltas for the counts of posts and comments. Transactions lock a
 * comment before its parent and never the other way round, so that they don't deadlock.
 */
@Singleton
final class CommentChangeRepository {

    private static final String VISIBLE = VisiblePosts.TO_VIEWER.replace(":viewerId", "k.user_id");

    private static final String UNBLOCKED =
            UnblockedUsers.FOR_VIEWER.replace(":viewerId", "k.user_id");

    private static final String LOCK_PARENT =
            "select c.id, c.author_id, c.depth from post_comment c"
                    + " join author u on u.user_id = c.author_id, author k"
                    + " where c.id = ? and c.post_id = ? and c.deleted_at is null"
                    + " and k.user_id = ? and "
                    + UNBLOCKED
                    + " for key share of c";

    /** The lock on the author's row keeps the author from being erased meanwhile. */
    private static final String ADD =
            "with target as (select p.id, p.author_id, k.user_id from "
                    + VisiblePosts.POSTS
                    + ", author k where p.id = ? and k.user_id = ? and "
                    + VISIBLE
                    + " for key share of k), added as (insert into post_comment (id, post_id,"
                    + " parent_id, depth, author_id, content, created_at, version)"
                    + " select ?, t.id, cast(? as uuid), ?, t.user_id, ?, ?, 1 from target t"
                    + " returning post_id, parent_id), counted as"
                    + " (insert into post_count_delta (post_id, likes, comments)"
                    + " select post_id, 0, 1 from added), replied as"
                    + " (insert into comment_count_delta (comment_id, likes, replies)"
                    + " select parent_id, 0, 1 from added where parent_id is not null)"
                    + " select author_id from target";

    private static final String STATE =
            "select c.id, c.post_id, p.author_id, c.parent_id, r.author_id, c.author_id,"
                    + " u.username, c.content, c.version from post_comment c";

    private static final String PARENT = " left join post_comment r on r.id = c.parent_id";

    /** The author of a post may also delete what the author of a comment hides by a block. */
    private static final String LOCK =
            STATE
                    + " join ("
                    + VisiblePosts.POSTS
                    + ") on p.id = c.post_id join author u on u.user_id = c.author_id"
                    + PARENT
                    + ", author k where c.id = ? and c.deleted_at is null and k.user_id = ? and "
                    + VISIBLE
                    + " and (p.author_id = k.user_id or "
                    + UNBLOCKED
                    + ") for update of c";

    private static final String LOCK_ONE_OF =
            STATE
                    + " join post p on p.id = c.post_id"
                    + " left join author u on u.user_id = c.author_id"
                    + PARENT
                    + " where c.author_id = ? and c.deleted_at is null limit 1 for update of c";

    private static final String EDIT =
            "update post_comment set content = ?, edited_at = ?, version = ? where id = ?";

    private static final String MARK_DELETED =
            "with deleted as (update post_comment set content = '', deleted_at = ?, version = ?"
                    + " where id = ? returning post_id)"
                    + " insert into post_count_delta (post_id, likes, comments)"
                    + " select post_id, 0, -1 from deleted";

    private static final String LOCK_ROW = "select 1 from post_comment where id = ? for update";

    private static final String REMOVE =
            "with removed as (update post_comment c set removed_at = ? where c.id = ?"
                    + " and c.deleted_at is not null and c.removed_at is null and not "
                    + CommentRepository.HAS_REPLIES
                    + " returning c.parent_id), replied as"
                    + " (insert into comment_count_delta (comment_id, likes, replies)"
                    + " select parent_id, 0, -1 from removed where parent_id is not null)"
                    + " select parent_id from removed where parent_id is not null";

    private static final String COUNT =
            "select count(*) from post_comment where author_id = ? and deleted_at is null";

    private final JdbcOperations jdbc;

    CommentChangeRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Finds a comment on this post that the user may reply to, and keeps it from being deleted
     * until the transaction ends.
     */
    Optional<CommentParent> lockParent(UUID parentId, UUID postId, UUID userId) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, LOCK_PARENT, parentId, postId, userId)
                        .first(row -> new CommentParent(row.uuid(1), row.uuid(2), row.integer(3))));
    }

    /**
     * Adds a comment.
     *
     * @return the author of the post; empty when the user can't see the post, or is deleted
     */
    Optional<UUID> add(UUID id, Place place, UUID userId, Text text) {
        CommentParent parent = place.parent();
        return jdbc.execute(connection ->
                SqlStatement.on(
                                connection,
                                ADD,
                                place.postId(),
                                userId,
                                id,
                                parent == null ? null : parent.id(),
                                place.depth(),
                                text.content(),
                                text.at())
                        .first(row -> row.uuid(1)));
    }

    /** What a user writes, and when. */
    record Text(String content, Instant at) {}

    /** Locks a comment that the user sees, or that is on a post of the user. */
    Optional<CommentState> lock(UUID commentId, UUID userId) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, LOCK, commentId, userId)
                        .first(CommentChangeRepository::state));
    }

    /** Locks any comment of a deleted user that isn't deleted yet. */
    Optional<CommentState> lockOneOf(UUID authorId) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, LOCK_ONE_OF, authorId)
                        .first(CommentChangeRepository::state));
    }

    private static CommentState state(SqlRow row) throws SQLException {
        return new CommentState(
                row.uuid(1),
                row.uuid(2),
                row.uuid(3),
                row.uuidOrNull(4),
                row.uuidOrNull(5),
                row.uuid(6),
                row.textOrNull(7),
                row.text(8),
                row.number(9));
    }

    /** Replaces the content of a locked comment. */
    void edit(UUID commentId, Text text, long version) {
        jdbc.execute(connection ->
                SqlStatement.on(connection, EDIT, text.content(), text.at(), version, commentId)
                        .update());
    }

    /** Removes the content of a locked comment. */
    void markDeleted(UUID commentId, Instant now, long version) {
        jdbc.execute(connection ->
                SqlStatement.on(connection, MARK_DELETED, now, version, commentId).update());
    }

    /**
     * Hides a deleted comment for good if it has no replies. Waits for replies that are being
     * added, and looks for them in a second statement, which sees them.
     *
     * @return its parent, which may have lost its last reply; empty without a parent, and if
     *     nothing was hidden
     */
    Optional<UUID> removeIfChildless(UUID commentId, Instant now) {
        return jdbc.execute(connection -> {
            SqlStatement.on(connection, LOCK_ROW, commentId).run();
            return SqlStatement.on(connection, REMOVE, now, commentId).first(row -> row.uuid(1));
        });
    }

    long countOf(UUID authorId) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, COUNT, authorId).only(row -> row.number(1)));
    }
}
