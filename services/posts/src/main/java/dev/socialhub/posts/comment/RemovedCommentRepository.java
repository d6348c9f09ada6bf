package dev.socialhub.posts.comment;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Comments that no reader sees any more, and what is left of them. */
@Singleton
final class RemovedCommentRepository {

    private static final String REMOVE_OF_POST =
            "with due as (select id, parent_id, deleted_at is null as live from post_comment"
                    + " where post_id = ? and removed_at is null order by depth desc, id limit ?"
                    + " for update),"
                    + " removed as (update post_comment c set content = '', removed_at = ?,"
                    + " deleted_at = coalesce(c.deleted_at, ?) from due where c.id = due.id),"
                    + " counted as (insert into post_count_delta (post_id, likes, comments)"
                    + " select ?, 0, -count(*) from due where live having count(*) > 0),"
                    + " replied as (insert into comment_count_delta (comment_id, likes, replies)"
                    + " select parent_id, 0, -count(*) from due where parent_id is not null"
                    + " group by parent_id) select count(*) from due";

    private static final String LOCK =
            "select id from post_comment where removed_at < ? order by removed_at limit ?"
                    + " for update skip locked";

    private static final String REMOVE_LIKES =
            "with removed as (delete from comment_like where ctid = any (array(select ctid from"
                    + " comment_like where comment_id = any (?) limit ?)) returning comment_id),"
                    + " counted as (insert into comment_count_delta (comment_id, likes, replies)"
                    + " select comment_id, -count(*), 0 from removed group by comment_id)"
                    + " select count(*) from removed";

    private static final String DELETE = "delete from post_comment where id = any (?)";

    private final JdbcOperations jdbc;

    RemovedCommentRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Hides comments on a deleted post for good, at most this many; returns how many. */
    int removeOfPost(UUID postId, Instant now, int most) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, REMOVE_OF_POST, postId, most, now, now, postId)
                        .only(row -> row.integer(1)));
    }

    /** Comments hidden before this time, locked; others skip them. */
    List<UUID> lockSome(Instant before, int most) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, LOCK, before, most).list(row -> row.uuid(1)));
    }

    /** Removes likes of these comments, at most this many; returns how many. */
    int removeLikes(List<UUID> commentIds, int most) {
        return jdbc.execute(connection ->
                SqlStatement.on(
                                connection,
                                REMOVE_LIKES,
                                SqlStatement.array("uuid", commentIds),
                                most)
                        .only(row -> row.integer(1)));
    }

    void delete(List<UUID> commentIds) {
        jdbc.execute(connection ->
                SqlStatement.on(connection, DELETE, SqlStatement.array("uuid", commentIds))
                        .update());
    }
}
