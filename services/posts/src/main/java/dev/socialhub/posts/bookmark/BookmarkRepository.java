package dev.socialhub.posts.bookmark;

import dev.socialhub.posts.post.VisiblePosts;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The bookmarks of users. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface BookmarkRepository extends GenericRepository<Bookmark, UUID> {

    String LIST =
            "select k.post_id, k.created_at from bookmark k join post p on p.id = k.post_id"
                    + " join author a on a.user_id = p.author_id where k.user_id = :viewerId and "
                    + VisiblePosts.TO_VIEWER
                    + " and (k.created_at, k.post_id) < (:at, :id)"
                    + " order by k.created_at desc, k.post_id desc limit :rows";

    /**
     * Adds a bookmark of a post that the user may see. Until the transaction ends the user's
     * account is not deleted, and the post neither changed nor deleted.
     *
     * @return 0 when the bookmark exists, or one of the three does not
     */
    @Query(
            "insert into bookmark (user_id, post_id, created_at)"
                    + " select u.user_id, p.id, cast(:at as timestamptz) from author u, post p"
                    + " join author a on a.user_id = p.author_id"
                    + " where u.user_id = :viewerId and p.id = :postId and "
                    + VisiblePosts.TO_VIEWER
                    + " for key share of u for share of p on conflict do nothing")
    int add(UUID viewerId, UUID postId, Instant at);

    @Query("select count(*) from bookmark where user_id = :userId and post_id = :postId")
    long countOf(UUID userId, UUID postId);

    @Query("delete from bookmark where user_id = :userId and post_id = :postId")
    int remove(UUID userId, UUID postId);

    /** The user's bookmarks of posts that are still visible to them, the newest bookmark first. */
    @Query(LIST)
    List<Bookmark> list(UUID viewerId, Instant at, UUID id, int rows);
}
