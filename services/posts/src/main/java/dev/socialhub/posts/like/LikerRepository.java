package dev.socialhub.posts.like;

import dev.socialhub.posts.post.UnblockedUsers;
import dev.socialhub.posts.post.VisiblePosts;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The users that like a post. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LikerRepository extends GenericRepository<Liker, UUID> {

    String LIKERS =
            "select u.user_id as id, u.username, u.name, l.liked_at from post_like l"
                    + " join author u on u.user_id = l.user_id join ("
                    + VisiblePosts.POSTS
                    + ") on p.id = l.post_id where l.post_id = :postId and l.active"
                    + " and (l.liked_at, l.user_id) < (:at, :id) and "
                    + UnblockedUsers.FOR_VIEWER
                    + " and "
                    + VisiblePosts.TO_VIEWER
                    + " order by l.liked_at desc, l.user_id desc limit :rows";

    /**
     * The users that like a post, the most recent like first, beginning below a row {@code (at,
     * id)}. None when the viewer can't see the post.
     */
    @Query(LIKERS)
    List<Liker> list(UUID postId, UUID viewerId, Instant at, UUID id, int rows);
}
