package dev.socialhub.posts.post;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The versions of posts that edits replaced. */
@Singleton
final class HistoryRepository {

    private static final String KEEP =
            "with kept as (insert into post_version (post_id, version, content, visibility, at)"
                    + " select id, version, content, visibility, coalesce(edited_at, created_at)"
                    + " from post where id = ?)"
                    + " delete from post_version where post_id = ? and version in (select version"
                    + " from post_version where post_id = ? order by version desc offset ?)";

    /**
     * Each version as if it were the post: a version is visible to those readers that it was for,
     * if they may still see posts of its author.
     */
    private static final String LIST =
            "with viewer as (select ?::uuid as id)"
                    + " select p.version, p.content, p.at from (select q.author_id, q.deleted_at,"
                    + " q.visibility, q.version, q.content,"
                    + " coalesce(q.edited_at, q.created_at) as at from post q where q.id = ?"
                    + " union all select q.author_id, q.deleted_at, v.visibility, v.version,"
                    + " v.content, v.at from post_version v join post q on q.id = v.post_id"
                    + " where v.post_id = ?) p where "
                    + VisiblePosts.TO_VIEWER.replace(":viewerId", "(select id from viewer)")
                    + " order by p.version desc";

    private static final String REMOVE = "delete from post_version where post_id = any (?::uuid[])";

    private final JdbcOperations jdbc;

    HistoryRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds the version that is about to be replaced, and removes the oldest ones.
     *
     * @param most how many replaced versions of a post are kept
     */
    void keep(UUID postId, int most) {
        // The statement sees the table as it was before the insert.
        int others = most - 1;
        jdbc.execute(connection ->
                SqlStatement.on(connection, KEEP, postId, postId, postId, others).update());
    }

    /** The versions that a user may see, newest first; the first is the post as it is now. */
    List<PostHistory.Version> list(UUID postId, UUID viewerId) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, LIST, viewerId, postId, postId)
                        .list(row ->
                                new PostHistory.Version(row.number(1), row.text(2), row.time(3))));
    }

    void remove(Collection<UUID> postIds) {
        jdbc.execute(connection ->
                SqlStatement.on(connection, REMOVE, SqlStatement.array("uuid", postIds)).update());
    }
}
