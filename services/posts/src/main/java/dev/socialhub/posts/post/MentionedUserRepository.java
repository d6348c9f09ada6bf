package dev.socialhub.posts.post;

import dev.socialhub.posts.post.PostMetadata.Mention;
import dev.socialhub.shared.sql.SqlStatement;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** The users that a text names, found in the replica of names. */
@Singleton
final class MentionedUserRepository {

    /**
     * Skips users that are being deleted, rather than waiting for the end of that: waiting for
     * several of them could be a deadlock. Of two users with one name the newer one comes last.
     */
    private static final String LOCK =
            "select user_id, username from author where user_id = ? or username = any (?::text[])"
                    + " order by user_id for key share skip locked";

    private final JdbcOperations jdbc;

    MentionedUserRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Finds the author and the users with these names, and prevents their deletion until the
     * transaction ends.
     */
    List<Mention> lock(UUID authorId, List<String> usernames) {
        return jdbc.execute(connection ->
                SqlStatement.on(connection, LOCK, authorId, SqlStatement.array("text", usernames))
                        .list(row -> new Mention(row.uuid(1), row.text(2))));
    }
}
