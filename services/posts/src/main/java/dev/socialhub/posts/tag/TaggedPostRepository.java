package dev.socialhub.posts.tag;

import dev.socialhub.posts.post.VisiblePosts;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The posts of a hashtag, newest first. A page reads one range of an index. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TaggedPostRepository extends GenericRepository<TaggedPost, UUID> {

    String LIST =
            "select t.post_id, t.created_at from post_tag t join post p on p.id = t.post_id"
                    + " join author a on a.user_id = p.author_id where t.tag_id = :tagId and "
                    + VisiblePosts.TO_VIEWER
                    + " and (t.created_at, t.post_id) < (:at, :id)"
                    + " order by t.created_at desc, t.post_id desc limit :rows";

    /** Those that the viewer may see, below a row {@code (at, id)}. */
    @Query(LIST)
    List<TaggedPost> list(UUID tagId, UUID viewerId, Instant at, UUID id, int rows);
}
