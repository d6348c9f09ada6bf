package dev.socialhub.posts.media;

import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The rows of media that are to be removed: those that no post needs, and those of a user. */
@Singleton
final class UnusedMediaRepository {

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

    UnusedMediaRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
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
}
