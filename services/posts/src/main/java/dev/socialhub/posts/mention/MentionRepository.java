package dev.socialhub.posts.mention;

import dev.socialhub.posts.post.VisiblePosts;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which users were told of a mention, and which posts mention a user. */
@Singleton
final class MentionRepository {

    /** The viewer of the visibility's predicate is each of the mentioned users. */
    private static final String ADD_VISIBLE =
            "insert into post_mention (post_id, user_id) select p.id, m.user_id"
                    + " from unnest(?::uuid[]) m (user_id), post p where p.id = ?"
                    + " and m.user_id <> p.author_id and "
                    + VisiblePosts.TO_VIEWER.replace(":viewerId", "m.user_id")
                    + " on conflict do nothing returning user_id";

    private static final String REMOVE = "delete from post_mention where post_id = any (?::uuid[])";

    private static final String REMOVE_SOME_OF =
            "delete from post_mention where ctid = any (array(select ctid from post_mention"
                    + " where user_id = ? limit ?))";

    /**
     * Leaves out posts that another transaction is changing: waiting for them, while it waits for
     * this one, would be a deadlock.
     */
    private static final String FORGET_SOME =
            "update post p set metadata = jsonb_set(p.metadata, '{mentions}', coalesce((select"
                    + " jsonb_agg(m) from jsonb_array_elements(p.metadata -> 'mentions') m"
                    + " where m ->> 'userId' <> ?), '[]')) from (select id from post"
                    + " where metadata @> ?::jsonb limit ? for update skip locked) batch"
                    + " where p.id = batch.id";

    private static final String COUNT = "select count(*) from post where metadata @> ?::jsonb";

    private final JdbcOperations jdbc;

    MentionRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records the mention of those of these users that may see the post, without its author.
     *
     * @return the users whose mention was not recorded before
     */
    List<UUID> addVisible(UUID postId, Collection<UUID> userIds) {
        return jdbc.execute(connection ->
                SqlStatement.on(
                                connection,
                                ADD_VISIBLE,
                                SqlStatement.array("uuid", userIds),
                                postId)
                        .list(row -> row.uuid(1)));
    }

    void remove(Collection<UUID> postIds) {
        jdbc.execute(connection ->
                SqlStatement.on(connection, REMOVE, SqlStatement.array("uuid", postIds)).update());
    }

    /** Removes records of a user's mentions, at most this many; returns how many there were. */
    int removeSomeOf(UUID userId, int most) {
        return jdbc.execute(
                connection -> SqlStatement.on(connection, REMOVE_SOME_OF, userId, most).update());
    }

    /** Removes a user from the metadata of posts, at most of this many. */
    void forgetSome(UUID userId, int most) {
        jdbc.execute(connection ->
                SqlStatement.on(connection, FORGET_SOME, userId.toString(), mentionOf(userId), most)
                        .update());
    }

    /** How many posts mention a user. */
    long countPosts(UUID userId) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, COUNT, mentionOf(userId)).only(row -> row.number(1)));
    }

    private static String mentionOf(UUID userId) {
        return "{\"mentions\": [{\"userId\": \"%s\"}]}".formatted(userId);
    }
}
