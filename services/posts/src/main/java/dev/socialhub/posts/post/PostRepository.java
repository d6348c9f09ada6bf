package dev.socialhub.posts.post;

import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.posts.bookmark.BookmarkColumn;
import dev.socialhub.posts.count.PostCountTable;
import dev.socialhub.posts.like.LikedColumn;
import dev.socialhub.posts.media.AttachedMedia;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The posts. Lists are newest first, beginning below a row {@code (at, id)}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PostRepository extends GenericRepository<Post, UUID> {

    String SELECT =
            "select p.id, p.author_id, a.username as author_username, a.name as author_name,"
                    + " p.content, p.visibility, p.created_at, p.edited_at, p.version, p.metadata, "
                    + PostCountTable.COLUMNS
                    + ", "
                    + LikedColumn.LIKED
                    + ", "
                    + BookmarkColumn.BOOKMARKED
                    + ", "
                    + AttachedMedia.COLUMN
                    + " from "
                    + VisiblePosts.POSTS
                    + " where ";
    String PAGE =
            " and (p.created_at, p.id) < (:at, :id) order by p.created_at desc, p.id desc limit"
                    + " :rows";

    /**
     * Adds a post, and prevents the deletion of its author until the transaction ends.
     *
     * @return 0 when the author no longer exists
     */
    @Query(
            "insert into post (id, author_id, content, visibility, created_at, version, metadata,"
                    + " words) select :id, a.user_id, c.content, :visibility,"
                    + " cast(:createdAt as timestamptz), :version, cast(:metadata as jsonb), "
                    + PostWords.OF_CONTENT
                    + " from author a, (select cast(:content as text) as content) c"
                    + " where a.user_id = :authorId for key share of a")
    int add(
            UUID id,
            UUID authorId,
            String content,
            Visibility visibility,
            Instant createdAt,
            long version,
            PostMetadata metadata);

    @Query(SELECT + "p.id = :id and " + VisiblePosts.TO_VIEWER)
    Optional<Post> findVisible(UUID id, UUID viewerId);

    @Query(SELECT + "p.author_id = :authorId and " + VisiblePosts.TO_VIEWER + PAGE)
    List<Post> listOfAuthor(UUID authorId, UUID viewerId, Instant at, UUID id, int rows);

    @Query(SELECT + "p.visibility = 'public' and " + VisiblePosts.TO_VIEWER + PAGE)
    List<Post> listPublic(UUID viewerId, Instant at, UUID id, int rows);

    /** Those of these posts that the viewer may see, in any order. */
    @Query(SELECT + "p.id in (:ids) and " + VisiblePosts.TO_VIEWER)
    List<Post> findAllVisible(Collection<UUID> ids, UUID viewerId);

    /** Locks an author's own post against changes until the transaction ends. */
    @Query(
            "select version from post"
                    + " where id = :id and author_id = :authorId and deleted_at is null for update")
    Optional<Long> lockOwn(UUID id, UUID authorId);

    /** Does the same, and returns the post as its author sees it. */
    @Query(
            SELECT
                    + "p.id = :id and p.author_id = :viewerId and p.deleted_at is null"
                    + " for update of p")
    Optional<Post> lockWholeOwn(UUID id, UUID viewerId);

    @Query(
            "update post p set content = c.content, visibility = :visibility,"
                    + " metadata = cast(:metadata as jsonb), edited_at = :editedAt,"
                    + " version = :version, words = "
                    + PostWords.OF_CONTENT
                    + " from (select cast(:content as text) as content) c where p.id = :id")
    void edit(
            UUID id,
            String content,
            Visibility visibility,
            PostMetadata metadata,
            Instant editedAt,
            long version);

    /** Locks a batch of an author's posts. */
    @Query(
            "select id, version from post where author_id = :authorId and deleted_at is null"
                    + " order by created_at limit :rows for update")
    List<PostVersion> lockSomeOf(UUID authorId, int rows);

    /** Leaves a tombstone without content. */
    @Query(
            "update post set content = '', metadata = '{}', words = null,"
                    + " deleted_at = :deletedAt, version = :version where id = :id")
    void markDeleted(UUID id, Instant deletedAt, long version);

    @Query("select count(*) from post where author_id = :authorId and deleted_at is null")
    long countOf(UUID authorId);

    @Query("select count(*) from post where author_id = :authorId and deleted_at is not null")
    long countDeletedOf(UUID authorId);

    /** A post deleted before this time that is not cleaned yet, locked; others skip it. */
    @Query(
            "select id from post where deleted_at < :before and cleaned_at is null"
                    + " order by deleted_at limit 1 for update skip locked")
    Optional<UUID> lockUncleaned(Instant before);

    @Query("update post set cleaned_at = :cleanedAt where id = :id")
    void markCleaned(UUID id, Instant cleanedAt);
}
