package dev.socialhub.posts.media;

import dev.socialhub.posts.media.Media.MediaFile;
import dev.socialhub.posts.post.VisiblePosts;
import dev.socialhub.shared.sql.SqlRow;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of media. */
@Singleton
final class MediaRepository {

    private static final String COLUMNS =
            " m.id, m.owner_id, m.store, m.type, m.bytes, m.width, m.height, m.small_type,"
                    + " m.small_bytes, m.large_type, m.large_bytes, m.alt ";

    private static final String ADD =
            "insert into media (id, owner_id, state, store, type, bytes, width, height, small_type,"
                    + " small_bytes, large_type, large_bytes, alt, created_at)"
                    + " select ?, a.user_id, 'pending', ?, ?, ?, ?::integer, ?::integer,"
                    + " ?, ?::bigint, ?, ?::bigint, ?, now()"
                    + " from author a where a.user_id = ? for key share of a";

    private static final String MARK_STORED =
            "update media set state = 'stored' where id = ? and state = 'pending'";

    /** The owner's name is missing as soon as the owner's account is deleted. */
    private static final String FIND_SERVED =
            "select"
                    + COLUMNS
                    + ", m.created_at, coalesce(p.visibility = 'public', false)"
                    + " from media m join author a on a.user_id = m.owner_id"
                    + " left join post p on p.id = m.post_id"
                    + " where m.id = ? and m.state in ('stored', 'attached')"
                    + " and (m.post_id is null or p.deleted_at is null)";

    private static final String FIND_VISIBLE =
            FIND_SERVED
                    + " and case when m.post_id is null then m.owner_id = ?::uuid else "
                    + VisiblePosts.TO_VIEWER.replace(":viewerId", "?::uuid")
                    + " end";

    private static final int VIEWERS_IN_PREDICATE =
            VisiblePosts.TO_VIEWER.split(":viewerId", -1).length - 1;

    private static final String DESCRIBE = "update media set alt = ? where id = ? and owner_id = ?";

    private static final String ATTACH =
            "with wanted (id, place) as"
                    + " (select id, place from unnest(?::uuid[]) with ordinality w (id, place))"
                    + " update media m set state = 'attached', post_id = ?, position = w.place - 1"
                    + " from wanted w where m.id = w.id and m.owner_id = ? and m.state = 'stored'"
                    + " returning m.id, m.position, m.type, m.width, m.height,"
                    + " m.small_type is not null, m.alt";

    private static final String DETACH =
            "update media set state = 'deleted', post_id = null, position = null"
                    + " where post_id = any(?)";

    private static final String OLD = "m.created_at < now() - make_interval(secs => ?)";

    static final String COUNT_UNUSED =
            "select count(*) filter (where m.state = 'pending' and "
                    + OLD
                    + "), count(*) filter (where m.state = 'stored' and "
                    + OLD
                    + "), count(*) filter (where m.state = 'deleted')"
                    + " from media m where m.post_id is null";

    static final String LOCK_UNUSED =
            "select m.id, m.store, m.state from media m where m.post_id is null"
                    + " and (m.state = 'deleted' or "
                    + OLD
                    + ") and m.store = any(?) order by m.created_at limit ? for update skip locked";

    private static final String LOCK_OF_OWNER =
            "select m.id, m.store from media m where m.owner_id = ? and m.post_id is null"
                    + " limit ? for update";

    private static final String REMOVE = "delete from media where id = any(?)";

    private static final String COUNT_OF_OWNER = "select count(*) from media where owner_id = ?";

    private final JdbcOperations jdbc;

    MediaRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds the row of media that are about to be stored.
     *
     * @return false when the owner no longer exists
     */
    boolean addPending(Media media) {
        MediaFile small = media.small();
        MediaFile large = media.large();
        return jdbc.execute(connection ->
                SqlStatement.on(
                                connection,
                                ADD,
                                media.id(),
                                media.store(),
                                media.original().type(),
                                media.original().bytes(),
                                media.width(),
                                media.height(),
                                small == null ? null : small.type(),
                                small == null ? null : small.bytes(),
                                large == null ? null : large.type(),
                                large == null ? null : large.bytes(),
                                media.alt(),
                                media.ownerId())
                        .updateOne());
    }

    /** All files of the media are stored. */
    void markStored(UUID id) {
        jdbc.execute(connection -> SqlStatement.on(connection, MARK_STORED, id).updateOne());
    }

    /** Media whose files may be read with the right address. */
    Optional<ServedMedia> findServed(UUID id) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, FIND_SERVED, id).first(MediaRepository::served));
    }

    /** Media that a user may see: their own, and those of posts that they may see. */
    Optional<ServedMedia> findVisible(UUID id, UUID viewerId) {
        @Nullable Object[] parameters = new Object[2 + VIEWERS_IN_PREDICATE];
        Arrays.fill(parameters, viewerId);
        parameters[0] = id;
        return jdbc.execute(connection ->
                SqlStatement.on(connection, FIND_VISIBLE, parameters)
                        .first(MediaRepository::served));
    }

    /** Replaces the description of a user's own media; returns whether there are such. */
    boolean describe(UUID id, UUID ownerId, @Nullable String alt) {
        return jdbc.execute(
                connection -> SqlStatement.on(connection, DESCRIBE, alt, id, ownerId).updateOne());
    }

    /**
     * Gives the user's own, stored and unattached media among these to a post.
     *
     * @return those that the post has now
     */
    List<AttachedMedia> attach(List<UUID> ids, UUID ownerId, UUID postId) {
        return jdbc.execute(connection ->
                SqlStatement.on(
                                connection,
                                ATTACH,
                                SqlStatement.array("uuid", ids),
                                postId,
                                ownerId)
                        .list(row ->
                                new AttachedMedia(
                                        row.uuid(1),
                                        row.integer(2),
                                        row.text(3),
                                        integer(row, 4),
                                        integer(row, 5),
                                        row.flag(6),
                                        row.textOrNull(7))));
    }

    /** Takes the media of deleted posts from them; a sweep removes them. */
    void detach(Collection<UUID> postIds) {
        jdbc.execute(connection ->
                SqlStatement.on(connection, DETACH, SqlStatement.array("uuid", postIds)).update());
    }

    /** Counts the media that no post needs any more, by the reason. */
    SweptMedia countUnused(Duration age) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, COUNT_UNUSED, age.toSeconds(), age.toSeconds())
                        .only(row -> new SweptMedia(row.number(1), row.number(2), row.number(3))));
    }

    /**
     * Locks some of them until the transaction ends, so that no post gets them meanwhile.
     *
     * @param stores names of the stores that can be reached
     */
    List<UnusedMedia> lockUnused(Duration age, Collection<String> stores, int limit) {
        return jdbc.execute(connection ->
                SqlStatement.on(
                                connection,
                                LOCK_UNUSED,
                                age.toSeconds(),
                                SqlStatement.array("text", stores),
                                limit)
                        .list(row ->
                                new UnusedMedia(row.uuid(1), row.text(2), reason(row.text(3)))));
    }

    /** Locks some media of an owner that no post has. */
    List<UnusedMedia> lockSomeOf(UUID ownerId, int limit) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, LOCK_OF_OWNER, ownerId, limit)
                        .list(row ->
                                new UnusedMedia(
                                        row.uuid(1), row.text(2), UnusedMedia.Reason.DELETED)));
    }

    void remove(Collection<UUID> ids) {
        jdbc.execute(connection ->
                SqlStatement.on(connection, REMOVE, SqlStatement.array("uuid", ids)).update());
    }

    long countOf(UUID ownerId) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, COUNT_OF_OWNER, ownerId).only(row -> row.number(1)));
    }

    private static UnusedMedia.Reason reason(String state) {
        return switch (state) {
            case "pending" -> UnusedMedia.Reason.PENDING;
            case "stored" -> UnusedMedia.Reason.UNATTACHED;
            default -> UnusedMedia.Reason.DELETED;
        };
    }

    private static ServedMedia served(SqlRow row) throws SQLException {
        return new ServedMedia(media(row), row.time(13), row.flag(14));
    }

    private static Media media(SqlRow row) throws SQLException {
        return new Media(
                row.uuid(1),
                row.uuid(2),
                row.text(3),
                new MediaFile(row.text(4), row.number(5)),
                integer(row, 6),
                integer(row, 7),
                file(row, 8),
                file(row, 10),
                row.textOrNull(12));
    }

    private static @Nullable MediaFile file(SqlRow row, int column) throws SQLException {
        String type = row.textOrNull(column);
        return type == null ? null : new MediaFile(type, row.number(column + 1));
    }

    private static @Nullable Integer integer(SqlRow row, int column) throws SQLException {
        int number = row.integer(column);
        return number == 0 ? null : number;
    }
}
