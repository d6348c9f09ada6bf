package dev.socialhub.posts.media;

import dev.socialhub.posts.media.Media.MediaFile;
import dev.socialhub.posts.post.VisiblePosts;
import dev.socialhub.shared.sql.SqlRow;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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

    private static final String INSERT =
            "insert into media (id, state, store, type, bytes, width, height, small_type,"
                    + " small_bytes, large_type, large_bytes, alt, owner_id, created_at)"
                    + " select ?, 'pending', ?, ?, ?, ?::integer, ?::integer,"
                    + " ?, ?::bigint, ?, ?::bigint, ?, ";

    private static final String ADD =
            INSERT + "a.user_id, now() from author a where a.user_id = ? for key share of a";

    private static final String ADD_SAMPLE =
            INSERT
                    + "p.author_id, ? from post p"
                    + " where p.author_id = ? and p.id = ? and p.deleted_at is null"
                    + " on conflict (id) do update set state = media.state"
                    + " where media.state = 'pending'";

    private static final String ATTACH_SAMPLE =
            "update media m set state = 'attached', post_id = p.id, position = 0 from (select id"
                    + " from post where id = ? and deleted_at is null for share) p"
                    + " where m.id = ? and m.state = 'pending'";

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

    private static final String COUNT_OF_IDS = "select count(*) from media where id = any(?)";

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
        return add(ADD, media, media.ownerId());
    }

    /**
     * Does the same for a sample user's post, also while the user's name isn't known yet.
     *
     * @return false when the row is there, and not pending, or there is no such post
     */
    boolean addSample(Media media, UUID postId, Instant createdAt) {
        return add(ADD_SAMPLE, media, createdAt, media.ownerId(), postId);
    }

    private boolean add(String sql, Media media, Object... rest) {
        MediaFile small = media.small();
        MediaFile large = media.large();
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(media.id());
        parameters.add(media.store());
        parameters.add(media.original().type());
        parameters.add(media.original().bytes());
        parameters.add(media.width());
        parameters.add(media.height());
        parameters.add(small == null ? null : small.type());
        parameters.add(small == null ? null : small.bytes());
        parameters.add(large == null ? null : large.type());
        parameters.add(large == null ? null : large.bytes());
        parameters.add(media.alt());
        parameters.addAll(Arrays.asList(rest));
        return jdbc.execute(
                connection -> SqlStatement.on(connection, sql, parameters.toArray()).updateOne());
    }

    /** Gives a sample picture, whose objects are stored, to its post. */
    boolean attachSample(UUID id, UUID postId) {
        return jdbc.execute(
                connection -> SqlStatement.on(connection, ATTACH_SAMPLE, postId, id).updateOne());
    }

    /** How many of these there are. */
    int countOf(Collection<UUID> ids) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, COUNT_OF_IDS, SqlStatement.array("uuid", ids))
                        .only(row -> row.integer(1)));
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
